/** The part of Vitest's JSON report that counts. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string, assertionResults: { status: string }[] }[]
}

export interface Tally {
  passed: number
  failed: number
}

/** A command that is one test as a whole, such as the linter. */
export function tallyCommand(succeeded: boolean): Tally {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * @param report what Vitest wrote; nothing if it crashed before
 * @param succeeded whether Vitest's process said so
 */
export function tallyVitest(report: VitestReport | undefined, succeeded: boolean): Tally {
  const passed = report?.numPassedTests ?? 0
  const failed = (report?.numFailedTests ?? 0) + (report?.testResults.filter(brokeOutsideTests).length ?? 0)
  // a run that found no tests, crashed, or failed for a reason that is no test's own must not pass for a good one
  const unexplained = failed === 0 && (passed === 0 || !succeeded)
  return { passed, failed: unexplained ? 1 : failed }
}

/** A file that couldn't be loaded, or whose hooks threw, fails without a failed test. */
function brokeOutsideTests({ status, assertionResults }: VitestReport['testResults'][number]): boolean {
  return status === 'failed' && !assertionResults.some(test => test.status === 'failed')
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  }
}
