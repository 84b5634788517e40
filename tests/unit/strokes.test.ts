import { describe, expect, it } from 'vitest'
import { strokeShares } from '../../composables/strokes'

describe('the strokes that each part of a speech writes', () => {
  it.each([
    [13, 3, [5, 4, 4]], // 新: 立, 木, 斤
    [13, 2, [7, 6]],
    [13, 4, [4, 3, 3, 3]],
    [13, 6, [3, 2, 2, 2, 2, 2]],
    [2, 3, [1, 1, 0]],
    [0, 3, [0, 0, 0]],
  ])('of %d strokes in %d parts are %j', (strokes, parts, shares) => {
    expect(strokeShares(strokes, parts)).toEqual(shares)
  })
})
