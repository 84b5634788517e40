import type { Tally, TestReport } from './test-report'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { requireBrowser } from 'slidev-addon-speech/browser/browser'
import { root } from 'slidev-addon-speech/deck'
import { buildTalk } from './support/talk'
import { failures, filesToRunAgain, sum, tallyCommand, tallyVitest, withSecondRun } from './test-report'

interface Step extends Tally {
  name: string
  seconds: number
}

/** Tests that failed among the others and passed alone */
const failedOnce: string[] = []

/** Every step runs, so that one run shows all failures; only the browser tests need something from before. */
const browserFound = hasBrowser()
// the linter and the types take one core, the unit tests the other
const [statics, unit] = await Promise.all([
  inOrder(() => command('lint', 'npm run lint'), () => command('typecheck', 'npm run typecheck')),
  vitest('unit'),
])
const [checked, built] = await Promise.all([
  command('check', 'npm run check'),
  timed('build of the talk', () => buildTalk().then(() => tallyCommand(true), (error: Error) => {
    console.error(error.message)
    return tallyCommand(false)
  })),
])
const browser = built.failed
  ? skipped('there is no build to test')
  : browserFound ? await browserTests() : skipped('there is no browser')

const steps = [...statics, unit, checked, built, browser]
console.log(`\n${steps.map(({ name, seconds, passed, failed }) => `${seconds.toFixed(0).padStart(5)} s  ${name}${failed ? `: ${failed} of ${passed + failed} failed` : ''}`).join('\n')}`)
if (failedOnce.length > 0)
  console.log(`\nfailed among the others, passed alone:${failedOnce.map(name => `\n  ${name}`).join('')}`)
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

async function vitest(project: string): Promise<Step> {
  return timed(`${project} tests`, async () => {
    const { report, succeeded } = await runVitest(project)
    return tallyVitest(report, succeeded)
  })
}

/**
 * Two browsers on two cores hold each other up at times. A file that fails among the others is run again alone; what fails
 * there too has failed. What failed once is named at the end, for somebody to look at.
 */
async function browserTests(): Promise<Step> {
  return timed('browser tests', async () => {
    const first = await runVitest('browser')
    const files = filesToRunAgain(first.report)
    if (!first.report || files.length === 0)
      return tallyVitest(first.report, first.succeeded)
    const again = await runVitest('browser', [...files.map(file => relative('', file)), '--maxWorkers=1'])
    const lasting = failures(again.report)
    failedOnce.push(...failures(first.report).filter(name => !lasting.includes(name)))
    return withSecondRun(first.report, tallyVitest(again.report, again.succeeded))
  })
}

async function runVitest(project: string, more: string[] = []): Promise<{ report?: TestReport, succeeded: boolean }> {
  const file = join(root, `.cache/vitest-${project}.json`)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true }) // the last run's
  const succeeded = await run(['vitest run --project', project, '--reporter=default --reporter=./tests/reporter.ts', ...more].join(' '), { TEST_REPORT: file })
  return { report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, succeeded }
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
function run(line: string, env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  console.log(`\n▸ ${line}`)
  return new Promise(resolve => spawn(line, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } }).on('close', status => resolve(status === 0)))
}
