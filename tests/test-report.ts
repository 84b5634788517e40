/** What a run of Vitest showed; tests/reporter.ts writes it. */
export type TestReport = TestFile[]

interface TestFile {
  /** Nothing for what was thrown outside of all files */
  path?: string
  passed: number
  /** Names of the tests that failed, and what failed outside of them */
  failures: string[]
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
 * @param report nothing if Vitest crashed before it wrote one
 * @param succeeded whether Vitest's process said so
 */
export function tallyVitest(report: TestReport | undefined, succeeded: boolean): Tally {
  const passed = (report ?? []).reduce((total, file) => total + file.passed, 0)
  const failed = failures(report).length
  // a run that found no tests, crashed, or failed for a reason that no file tells must not pass for a good one
  const unexplained = failed === 0 && (passed === 0 || !succeeded)
  return { passed, failed: unexplained ? 1 : failed }
}

export function failures(report: TestReport = []): string[] {
  return report.flatMap(file => file.failures)
}

/** Paths of the files that failed; none if something failed outside of all files, since a second run couldn't clear it */
export function filesToRunAgain(report: TestReport = []): string[] {
  const failed = report.filter(file => file.failures.length > 0).map(({ path }) => path)
  return failed.every(path => path !== undefined) ? failed : []
}

/** What two runs show together: the failed files of the first were run again, and count as they were then. */
export function withSecondRun(first: TestReport, again: Tally): Tally {
  const passed = first.filter(file => file.failures.length === 0).reduce((total, file) => total + file.passed, 0)
  return sum([{ passed, failed: 0 }, again])
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  }
}
