import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import type { TestReport } from './test-report'
import { writeFileSync } from 'node:fs'
import process from 'node:process'

/**
 * Writes what a run of Vitest showed, file by file, to where TEST_REPORT says. Vitest's own JSON doesn't hold the errors that
 * were thrown outside of all tests, nor the files they came from.
 */
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const report: TestReport = modules.map(module => ({
      path: module.moduleId,
      passed: [...module.children.allTests('passed')].length,
      failures: [
        ...[...module.children.allTests('failed')].map(({ fullName }) => fullName),
        ...brokenHooks(module),
        ...unhandled.filter(error => error.VITEST_TEST_PATH === module.moduleId).map(outsideTests),
      ],
    }))
    const elsewhere = unhandled.filter(error => !modules.some(({ moduleId }) => moduleId === error.VITEST_TEST_PATH))
    if (elsewhere.length > 0)
      report.push({ passed: 0, failures: elsewhere.map(outsideTests) })
    writeFileSync(process.env.TEST_REPORT!, JSON.stringify(report))
  }
}

/** A file that can't be loaded, or a group whose hooks throw, fails without a failed test. */
function brokenHooks(module: TestModule): string[] {
  const suites = [module, ...module.children.allSuites()]
  return suites.flatMap(suite => suite.errors().map(({ message }) => `${suite.type === 'suite' ? suite.fullName : module.relativeModuleId}: ${message}`))
}

function outsideTests({ message }: SerializedError): string {
  return `outside of all tests: ${message}`
}
