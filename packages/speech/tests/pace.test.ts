import { elapsed, isForgotten, paused, resumed, started, STOPPED } from 'slidev-addon-podium/clock/clock-state'
import { describe, expect, it } from 'vitest'
import { parseNote } from '../notes/parse-note'
import { formatSpan, paceFault, planOf, progressOf } from '../pace'

describe('the plan', () => {
  it('gives each click the time that its words take', () => {
    expect(planOf(['讲'.repeat(100), `${'讲'.repeat(50)}[click]${'话'.repeat(200)}`, ''].map(parseNote), 200)).toEqual([[30], [15, 60], [0]])
  })
})

describe('the progress', () => {
  const plan = [[60], [30, 30], [120]]

  it.each([
    ['inside the time of the step', 70, 2, 0, 0, 170],
    ['at its end', 90, 2, 0, 0, 150],
    ['behind', 170, 2, 0, 80, 150],
    ['ahead', 20, 2, 0, -40, 180],
    ['at a later click', 100, 2, 1, 0, 140],
    ['at a click that the note has not', 100, 2, 5, 0, 140],
    ['over time', 243, 3, 0, 3, 0],
    ['beyond the last page', 100, 9, 0, -140, 0],
  ])('%s', (_, seconds, page, click, lag, remaining) => {
    expect(progressOf(plan, seconds, page, click)).toMatchObject({ total: 240, lag, remaining })
  })

  it('says when the slide begins and ends', () => {
    expect(progressOf(plan, 0, 2, 1).slide).toEqual({ start: 60, end: 120 })
  })

  it('holds when no slide has a note', () => {
    expect(progressOf([[0], [0]], 30, 1, 0)).toMatchObject({ total: 0, remaining: 0 })
  })
})

describe('a clock', () => {
  it.each([[0, '0:00'], [3.9, '0:03'], [80, '1:20'], [600, '10:00'], [3723, '1:02:03']])('%d s is %s', (seconds, shown) => {
    expect(formatSpan(seconds)).toBe(shown)
  })

  it('leaves its pauses out', () => {
    const running = started(1000)
    expect(elapsed(running, 6000)).toBe(5000)
    const resting = paused(running, 6000)
    expect(elapsed(resting, 60_000)).toBe(5000)
    expect(elapsed(resumed(resting, 60_000), 61_000)).toBe(6000)
    expect(elapsed(STOPPED, 61_000)).toBe(0)
  })

  it('forgets a run of another day, paused or not', () => {
    const hour = 3600_000
    expect(isForgotten(started(1), 3 * hour)).toBe(false)
    expect(isForgotten(started(1), 5 * hour)).toBe(true)
    expect(isForgotten(STOPPED, 5 * hour)).toBe(false)
  })
})

describe('pace', () => {
  it.each([undefined, 200, 180.5])('can be %s', pace => expect(paceFault(pace)).toBeUndefined())
  it.each([0, -200, 1000, '快', '200', null, true])('can not be %j', pace => expect(paceFault(pace)).toContain(`而不是 ${JSON.stringify(pace)}`))
})
