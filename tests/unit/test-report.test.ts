import { describe, expect, it } from 'vitest'
import { failures, filesToRunAgain, sum, tallyVitest, withSecondRun } from '../test-report'

const good = { path: 'good.test.ts', passed: 3, failures: [] }
const bad = { path: 'bad.test.ts', passed: 1, failures: ['adds up'] }
const outside = { passed: 0, failures: ['outside of all tests: Response has been disposed'] }

describe('a run of Vitest counts', () => {
  it.each([
    ['its tests', [good, bad], false, { passed: 4, failed: 1 }],
    ['what was thrown outside of all files', [good, outside], false, { passed: 3, failed: 1 }],
    ['a run without tests as a failure', [], true, { passed: 0, failed: 1 }],
    ['a crash without a report as a failure', undefined, false, { passed: 0, failed: 1 }],
    ['a failure that no file tells as one', [good], false, { passed: 3, failed: 1 }],
    ['a good run as good', [good], true, { passed: 3, failed: 0 }],
  ])('%s', (_, report, succeeded, tally) => {
    expect(tallyVitest(report, succeeded)).toEqual(tally)
  })
})

it('the end adds up all steps', () => {
  expect(sum([{ passed: 2, failed: 0 }, { passed: 1, failed: 3 }])).toEqual({ passed: 3, failed: 3 })
})

describe('files that failed', () => {
  it('are run again', () => {
    expect(filesToRunAgain([good, bad])).toEqual(['bad.test.ts'])
    expect(failures([good, bad])).toEqual(['adds up'])
  })

  it('are not, where something failed in no file: a second run could not clear it', () => {
    expect(filesToRunAgain([good, bad, outside])).toEqual([])
  })

  it('count as they were the second time, the others as the first', () => {
    expect(withSecondRun([good, bad], { passed: 2, failed: 0 })).toEqual({ passed: 5, failed: 0 })
    expect(withSecondRun([good, bad], { passed: 1, failed: 1 })).toEqual({ passed: 4, failed: 1 })
  })
})
