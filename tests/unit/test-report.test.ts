import { describe, expect, it } from 'vitest'
import { failedFiles, failures, sum, tallyVitest, withSecondRun } from '../test-report'

function file(status: string, ...tests: string[]) {
  return { name: `${tests.length} tests`, status, assertionResults: tests.map((test, index) => ({ status: test, fullName: `test ${index + 1}` })) }
}

describe('a run of Vitest counts', () => {
  it.each([
    ['its tests', { numPassedTests: 3, numFailedTests: 1, testResults: [file('failed', 'passed', 'passed', 'passed', 'failed')] }, false, { passed: 3, failed: 1 }],
    ['a file that could not be loaded as a failure', { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 'passed', 'passed', 'passed'), file('failed')] }, false, { passed: 3, failed: 1 }],
    ['a run without tests as a failure', { numPassedTests: 0, numFailedTests: 0, testResults: [] }, true, { passed: 0, failed: 1 }],
    ['a crash without a report as a failure', undefined, false, { passed: 0, failed: 1 }],
    ['a failure outside of all tests as one', { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 'passed', 'passed', 'passed')] }, false, { passed: 3, failed: 1 }],
    ['a good run as good', { numPassedTests: 1, numFailedTests: 0, testResults: [file('passed', 'passed')] }, true, { passed: 1, failed: 0 }],
  ])('%s', (_, report, succeeded, tally) => {
    expect(tallyVitest(report, succeeded)).toEqual(tally)
  })
})

it('the end adds up all steps', () => {
  expect(sum([{ passed: 2, failed: 0 }, { passed: 1, failed: 3 }])).toEqual({ passed: 3, failed: 3 })
})

describe('files that failed and were run again', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed', 'skipped'), file('failed')] }

  it('are those with a failure in a test, or outside', () => {
    expect(failedFiles(report)).toEqual(['3 tests', '0 tests'])
    expect(failures(report)).toEqual(['test 2', '0 tests'])
  })

  it('count as they were the second time, the others as the first', () => {
    expect(withSecondRun(report, { passed: 2, failed: 0 })).toEqual({ passed: 4, failed: 0 })
    expect(withSecondRun(report, { passed: 1, failed: 1 })).toEqual({ passed: 3, failed: 1 })
  })
})
