import type { DeckState } from '../windows/deck-state'
import { describe, expect, it } from 'vitest'
import { firstState, isNewer, movedTo, withFrozen, withScreen } from '../windows/deck-state'

const at = (page: number, clicks = 0) => ({ page, clicks })
const start = firstState(at(3), 100)

describe('the state that windows share', () => {
  it('replaces an older one, whatever window it came from', () => {
    const moved = movedTo(start, at(4), 'audience', 200)
    expect(isNewer(moved, start)).toBe(true)
    expect(isNewer(start, moved)).toBe(false)
    expect(isNewer(start, start)).toBe(false)
  })

  it('is that of the window open longer when two move at once, and before anyone has moved', () => {
    const [older, younger] = [movedTo(start, at(4), 'speaker', 100), movedTo(start, at(2), 'speaker', 200)]
    expect(isNewer(older, younger)).toBe(true)
    expect(isNewer(younger, older)).toBe(false)
    expect(isNewer(start, firstState(at(1), 200))).toBe(true)
  })

  it('ends the same in all windows, in whatever order they hear of moves', () => {
    const moves = [movedTo(start, at(4), 'speaker', 100), movedTo(start, at(2), 'audience', 200), withScreen(movedTo(start, at(9), 'speaker', 300), 'black', 300)]
    const keepNewest = (ours: DeckState, theirs: DeckState) => isNewer(theirs, ours) ? theirs : ours
    const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    const ends = orders.map(order => order.map(index => moves[index]).reduce(keepNewest, start))
    expect(new Set(ends)).toEqual(new Set([moves[2]]))
  })

  it('takes both sides along and shows the slide again with a move', () => {
    expect(movedTo(withScreen(start, 'black', 100), at(4, 1), 'speaker', 200)).toMatchObject({ audience: at(4, 1), speaker: at(4, 1), screen: 'slide' })
  })

  it('moves one side only while frozen, and thaws to where the speaker is', () => {
    const frozen = withScreen(withFrozen(start, true, 100), 'black', 100)
    const ahead = movedTo(frozen, at(7), 'speaker', 100)
    expect(ahead).toMatchObject({ audience: at(3), speaker: at(7), screen: 'black', frozen: true })
    expect(movedTo(ahead, at(4), 'audience', 200)).toMatchObject({ audience: at(4), speaker: at(7), screen: 'slide' })
    expect(withFrozen(ahead, false, 100)).toMatchObject({ audience: at(7), speaker: at(7), frozen: false })
  })
})
