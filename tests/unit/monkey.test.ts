import { describe, expect, it } from 'vitest'
import { describe as inWords, randomActions } from '../monkey/actions'
import { shortestTail } from '../monkey/shrink'

describe('the random operator', () => {
  it('does the same in every run, and something else under another seed', () => {
    expect(randomActions(7, 300)).toEqual(randomActions(7, 300))
    expect(randomActions(7, 300)).not.toEqual(randomActions(8, 300))
  })

  it('begins a long run like a short one', () => {
    expect(randomActions(7, 300).slice(0, 20)).toEqual(randomActions(7, 20))
  })

  it('leaves nothing out that it can do', () => {
    const done = new Set(randomActions(1, 5000).map(({ does }) => does))
    expect([...done].sort()).toEqual([
      ...['click', 'click right', 'close', 'force colours', 'go back', 'go forward', 'hide', 'leave full screen', 'move', 'open', 'press'],
      ...['print', 'reduce motion', 'reload', 'resize', 'sleep', 'start server', 'stop server', 'swipe', 'tap', 'wait', 'wheel', 'zoom'],
    ])
  })

  it('can be told in words', () => {
    expect(inWords({ at: 0.5, does: 'press', key: 'End' })).toBe('press End (window 0.5)')
    expect(inWords({ at: 0, does: 'reload' })).toBe('reload (window 0)')
  })
})

describe('the shortest tail', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index)
  const has = (...needed: number[]) => async (some: number[]) => needed.every(number => some.includes(number))

  it.each([
    ['the last alone', [99]],
    ['one far back', [3]],
    ['two that belong together', [60, 98]],
    ['some at the very beginning', [0, 1, 50]],
  ])('is %s', async (_, needed) => {
    expect(await shortestTail(hundred, has(...needed))).toEqual({ actions: needed, shortest: true })
  })

  it('keeps the order', async () => {
    const inOrder = async (some: number[]) => some.includes(20) && some.indexOf(20) < some.indexOf(90)
    expect((await shortestTail(hundred, inOrder))?.actions).toEqual([20, 90])
  })

  it('is nothing where it all goes well the second time', async () => {
    expect(await shortestTail(hundred, async () => false)).toBeUndefined()
  })

  it('is the shortest so far when the time is up', async () => {
    const slow = async (some: number[]) => {
      await new Promise(resolve => setTimeout(resolve, 10))
      return some.includes(60) && some.includes(98)
    }
    const found = await shortestTail(hundred, slow, Date.now() + 100)
    expect(found).toMatchObject({ shortest: false })
    expect(found!.actions).toEqual(expect.arrayContaining([60, 98]))
    expect(await shortestTail(hundred, slow, Date.now())).toEqual({ actions: hundred, shortest: false })
  })

  it('takes few plays', async () => {
    let plays = 0
    await shortestTail(hundred, async (some) => {
      plays++
      return some.includes(97)
    })
    expect(plays).toBeLessThan(10)
  })
})
