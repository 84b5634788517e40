import { describe, expect, it } from 'vitest'
import { sum, tallyVitest } from '../test-report'

function file(status: string, ...tests: string[]) {
  return { status, assertionResults: tests.map(test => ({ status: test })) }
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
