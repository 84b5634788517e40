import { describe, expect, it } from 'vitest'
import { odometerCells } from '../../composables/digit-columns'
import { decimalsOf, formatFigure } from '../../composables/figure'

/** The columns as strings, first glyph to last; marks stand in brackets, late ones with a star */
function columns(from: number, to: number, decimals = decimalsOf(to)): string[] {
  return odometerCells(from, to, decimals, formatFigure(to, decimals)).map(cell =>
    cell.kind === 'digits' ? cell.glyphs.join('').replaceAll(' ', '_') : `[${cell.glyph}]${cell.late ? '*' : ''}`)
}

describe('the columns of an odometer', () => {
  it.each([
    ['a single digit', 0, 5, ['012345']],
    ['a carry', 99, 100, ['_1', '90', '90']],
    ['a fall', 60, 58, ['65', '098']],
    ['a fall that loses a place', 100, 99, ['1_', '09', '09']],
    ['decimals', 0, 1.4, ['01', '[.]', '01234567890'.concat('1234')]],
    ['a minus sign', 0, -3, ['[\u2212]', '0123']],
    ['a comma that is there from the start', 9999, 10001, ['_1', '90', '[,]', '90', '90', '901']],
    ['a comma that appears on the way', 999, 10001, ['_1', '_1234567890', '[,]*', '901234567890', '901234567890', '9012345678901']],
    ['no way to go', 62, 62, ['6', '2']],
  ])('shows %s', (_, from, to, expected) => {
    expect(columns(from, to)).toEqual(expected)
  })

  it.each([[0, 382], [0, 1190], [60, 200], [600, 300], [0, 1.4], [0, 12345.678], [-5, 5], [1190, 382]])('from %d to %d ends on the figure, step by step', (from, to) => {
    const decimals = decimalsOf(to)
    const cells = odometerCells(from, to, decimals, formatFigure(to, decimals))
    const last = cells.map(cell => cell.kind === 'digits' ? cell.glyphs.at(-1) : cell.glyph).join('')
    expect(last.replaceAll(' ', '')).toBe(formatFigure(to, decimals))

    for (const cell of cells) {
      if (cell.kind === 'mark')
        continue
      expect(cell.glyphs.length).toBeLessThanOrEqual(21)
      const digits = cell.glyphs.map(glyph => glyph === ' ' ? 0 : Number(glyph))
      const steps = digits.slice(1).map((digit, index) => (digit - digits[index] + 10) % 10)
      expect(new Set(steps).size, `steps of ${cell.glyphs.join('')}`).toBeLessThanOrEqual(1)
    }
  })
})
