/** A column of an odometer: the glyphs that pass, first to last, or a fixed mark */
export type OdometerCell
  = | { kind: 'digits', glyphs: string[] }
    /** `late`: stands left of the starting figure, so it has to appear on the way */
    | { kind: 'mark', glyph: string, late: boolean }

/** Stands in leading places that a figure doesn't have yet, or has no more */
const BLANK = ' '

/** No column passes more glyphs than this on its way */
const MAX_STEPS = 20

/**
 * The columns of an odometer that rolls from one figure to another.
 *
 * Each column starts and ends on its own digit of the two figures and passes
 * the digits between in order; columns that would turn more than twice skip
 * whole turns. All columns take the same time, so they arrive together.
 *
 * @param from the figure it starts at; of another sign than `to`, it starts at 0
 * @param to the figure it ends at
 * @param decimals decimals shown all the way
 * @param text `to` as it is printed, whose marks (point, comma, minus) the cells repeat
 */
export function odometerCells(from: number, to: number, decimals: number, text: string): OdometerCell[] {
  const start = from * to < 0 ? 0n : scaled(from, decimals)
  const end = scaled(to, decimals)

  const digitsOfStart = Math.max(String(start).length, decimals + 1)
  const digitsOfEnd = Math.max(String(end).length, decimals + 1)

  const column = (place: number): OdometerCell => ({
    kind: 'digits',
    glyphs: glyphsAt(place, start, end).map((digit, step, { length }) => {
      const beforeStart = step === 0 && place >= digitsOfStart
      const beyondEnd = step === length - 1 && place >= digitsOfEnd
      return beforeStart || beyondEnd ? BLANK : String(digit)
    }),
  })

  let place = digitsOfEnd
  const cells = Array.from(text, (glyph): OdometerCell =>
    /\d/.test(glyph)
      ? column(--place)
      : { kind: 'mark', glyph, late: glyph === ',' && place >= digitsOfStart })

  for (let extra = digitsOfEnd; extra < digitsOfStart; extra++)
    cells.unshift(column(extra))
  return cells
}

/** The digits that pass at one place, first to last */
function glyphsAt(place: number, start: bigint, end: bigint): number[] {
  const unit = 10n ** BigInt(place)
  const first = start / unit
  const distance = end / unit - first
  const turns = Number(distance < 0n ? -distance : distance)
  const steps = turns > MAX_STEPS ? 10 + turns % 10 : turns
  const direction = distance < 0n ? -1 : 1
  const digit = Number(first % 10n)
  return Array.from({ length: steps + 1 }, (_, step) => (((digit + direction * step) % 10) + 10) % 10)
}

function scaled(value: number, decimals: number): bigint {
  return BigInt(Math.abs(value).toFixed(decimals).replace('.', ''))
}
