/** The part of Vitest's JSON report that counts. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: TestFile[]
}

interface TestFile {
  /** Path of the file */
  name: string
  status: string
  assertionResults: { status: string, fullName: string }[]
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

/** Names of the tests that failed; of a file that failed outside its tests, its path. */
export function failures(report: VitestReport | undefined): string[] {
  return report?.testResults.flatMap(file => brokeOutsideTests(file)
    ? [file.name]
    : file.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)) ?? []
}

/** Paths of the files that failed */
export function failedFiles(report: VitestReport | undefined): string[] {
  return report?.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name) ?? []
}

/**
 * What two runs show together: the failed files of the first were run again. A failure that comes again is one.
 *
 * @param first the report of all files
 * @param again the tally of the files that failed in it
 */
export function withSecondRun(first: VitestReport, again: Tally): Tally {
  const passedElsewhere = first.testResults
    .filter(({ status }) => status !== 'failed')
    .flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'passed'))
  return sum([{ passed: passedElsewhere.length, failed: 0 }, again])
}

/** A file that couldn't be loaded, or whose hooks threw, fails without a failed test. */
function brokeOutsideTests({ status, assertionResults }: TestFile): boolean {
  return status === 'failed' && !assertionResults.some(test => test.status === 'failed')
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  }
}
