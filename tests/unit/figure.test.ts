import { describe, expect, it } from 'vitest'
import { decimalsOf, figureFault, formatFigure } from '../../composables/figure'

describe('a figure in digits', () => {
  it.each([
    [382, undefined, '382'],
    [1190, undefined, '1190'],
    [9999, undefined, '9999'],
    [10000, undefined, '10,000'],
    [1234567.5, undefined, '1,234,567.5'],
    [1.4, undefined, '1.4'],
    [1.4, 2, '1.40'],
    [0, undefined, '0'],
    [-3.5, undefined, '\u22123.5'],
  ])('%d with %s decimals reads %s', (value, decimals, text) => {
    expect(formatFigure(value, decimals)).toBe(text)
  })

  it.each([[382, 0], [1.4, 1], [0.000001, 6], [1e-7, 7], [1e21, 0], [2.5e-3, 4]])('%d has %d decimals', (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals)
  })
})

describe('a figure that cannot be shown', () => {
  it.each([
    [Number.NaN, '有限的数'],
    [Number.POSITIVE_INFINITY, '有限的数'],
    ['698', '有限的数'],
    [undefined, '有限的数'],
    [2 ** 53, '太大'],
    [0.1234567, '6 位'],
  ])('%s is refused: %s', (value, reason) => {
    expect(figureFault(value)).toContain(reason)
  })

  it.each([0, -60, 382, 1.4, 2 ** 53 - 1])('%d is accepted', (value) => {
    expect(figureFault(value)).toBeUndefined()
  })
})
