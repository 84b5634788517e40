import type { Tally } from './lib/test-report'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import process from 'node:process'
import { requireBrowser } from './lib/browser'
import { sum, tallyCommand, tallyVitest } from './lib/test-report'

/** Every step runs, so that one run shows all failures; only the browser tests need something from before. */
const browserFound = hasBrowser()
const lint = command('npm run lint')
const types = command('npm run typecheck')
const words = command('npm run check:words')
const unit = vitest('unit')
const built = command('npm run build')
const portable = command('npm run portable')
const browser = built.failed || portable.failed
  ? skipped('there is no build to test')
  : browserFound ? vitest('browser') : skipped('there is no browser')

const { passed, failed } = sum([lint, types, words, unit, built, portable, browser])
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function command(line: string): Tally {
  return tallyCommand(run(line))
}

function vitest(project: string): Tally {
  const report = `.cache/vitest-${project}.json`
  rmSync(report, { force: true }) // the last run's
  const succeeded = run(`vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`)
  return tallyVitest(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, succeeded)
}

function skipped(reason: string): Tally {
  console.error(`\n✗ browser tests not run: ${reason}`)
  return tallyCommand(false)
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
function run(line: string): boolean {
  console.log(`\n▸ ${line}`)
  return spawnSync(line, { shell: true, stdio: 'inherit' }).status === 0
}
