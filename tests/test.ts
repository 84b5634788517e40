import type { Tally } from './test-report'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import process from 'node:process'
import { requireBrowser } from 'slidev-addon-speech/browser/browser'
import { buildTalk } from './support/talk'
import { sum, tallyCommand, tallyVitest } from './test-report'

interface Step extends Tally {
  name: string
  seconds: number
}

/** Every step runs, so that one run shows all failures; only the browser tests need something from before. */
const browserFound = hasBrowser()
// the linter and the types take one core, the unit tests the other
const [statics, unit] = await Promise.all([
  inOrder(() => command('lint', 'npm run lint'), () => command('typecheck', 'npm run typecheck')),
  vitest('unit'),
])
const checked = await command('check', 'npm run check')
const built = await timed('build of the talk', () => buildTalk().then(() => tallyCommand(true), (error: Error) => {
  console.error(error.message)
  return tallyCommand(false)
}))
const browser = built.failed
  ? skipped('there is no build to test')
  : browserFound ? await vitest('browser') : skipped('there is no browser')

const steps = [...statics, unit, checked, built, browser]
console.log(`\n${steps.map(({ name, seconds, passed, failed }) => `${seconds.toFixed(0).padStart(5)} s  ${name}${failed ? `: ${failed} of ${passed + failed} failed` : ''}`).join('\n')}`)
const { passed, failed } = sum(steps)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function timed(name: string, run: () => Promise<Tally>): Promise<Step> {
  const start = performance.now()
  return { ...await run(), name, seconds: (performance.now() - start) / 1000 }
}

async function inOrder(...runs: (() => Promise<Step>)[]): Promise<Step[]> {
  const steps: Step[] = []
  for (const run of runs)
    steps.push(await run())
  return steps
}

function command(name: string, line: string): Promise<Step> {
  return timed(name, async () => tallyCommand(await run(line)))
}

function vitest(project: string): Promise<Step> {
  const report = `.cache/vitest-${project}.json`
  return timed(`${project} tests`, async () => {
    rmSync(report, { force: true }) // the last run's
    const succeeded = await run(`vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`)
    return tallyVitest(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, succeeded)
  })
}

function skipped(reason: string): Step {
  console.error(`\n✗ browser tests not run: ${reason}`)
  return { ...tallyCommand(false), name: 'browser tests', seconds: 0 }
}

function hasBrowser(): boolean {
  try {
    console.log(`browser: ${requireBrowser()}`)
    return true
  }
  catch (error) {
    console.error((error as Error).message)
    return false
  }
}

/** npm puts the packages' commands on the path; a shell finds them on every system. */
function run(line: string): Promise<boolean> {
  console.log(`\n▸ ${line}`)
  return new Promise(resolve => spawn(line, { shell: true, stdio: 'inherit' }).on('close', status => resolve(status === 0)))
}
