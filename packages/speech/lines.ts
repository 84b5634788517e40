/** Firefox knows of words from 125 on; before, each character is its own, and stays with those that it belongs to by the rules below */
// eslint-disable-next-line compat/compat -- asked for
const WORDS = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined
const LATIN_OR_ONE = /[\p{Script=Latin}\d]+|./gsu

/** Starts no line: closing marks, particles, and the last character of an office's or person's name */
const CLINGS_BACK = /^[，。、；：？！”’）》〉】〕」』…—～·%％]|^[的了着们地得人厅局委部处室院校园]$/
/** Ends no line */
const OPENING = /[“‘（《〈【〔「『]$/
/** A word of one character is often the first of a name, or of a word that the browser's dictionary lacks: 区政府, 疫情 */
const ONE_CHARACTER = /^\p{Script=Han}$/u

/** What no line may turn inside: 《a title》, “a quoted name” of up to twelve characters, a date, an ordinal, a figure or a range with its unit */
const UNIT = /《[^《》]*》|“[^“”]{1,12}”|(?:\d+年)?\d+月\d+日|第[一二三四五六七八九十百]+\p{Script=Han}?|第?[-\u2212]?\d(?:[\d,.:：%％‰万亿～~—-]*\d)?[%％‰]?[万亿千百多余]*\p{Script=Han}?/gu

/**
 * Cuts a text where its lines may turn: between words, and never inside a title,
 * a quoted name, a date, or between a figure and its unit. Names that aren't quoted
 * stay whole as far as the browser's dictionary shows them.
 *
 * @returns the pieces in order; joined, they are the text
 */
export function linePieces(text: string): string[] {
  const kept = [...text.matchAll(UNIT)].map(({ index, 0: unit }) => [index, index + unit.length])
  const pieces: string[] = []
  let piece = ''
  let goesOn = false
  const segments = WORDS?.segment(text) ?? Array.from(text.matchAll(LATIN_OR_ONE), ({ 0: segment, index }) => ({ segment, index }))
  for (const { segment, index } of segments) {
    const inside = kept.some(([start, end]) => start < index && index < end)
    const clings = inside || CLINGS_BACK.test(segment)
    if (piece && !clings && !goesOn) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
    goesOn = OPENING.test(segment) || (WORDS !== undefined && ONE_CHARACTER.test(segment) && !clings)
  }
  return piece ? [...pieces, piece] : pieces
}
