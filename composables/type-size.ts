/** What has to be read from the last row is never smaller, px of the canvas */
const LEAST = 36

/** How wide a text is set, in ems: full-width characters one, others a little more than a half */
export function emsOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\x20-\x7E·]/.test(character) ? 0.56 : 1), 0)
}

/**
 * The size at which the longest of these texts still stands on one line: full-width characters are squares, so that it
 * can be counted. Below `least` it isn't taken; the text then takes a second line.
 *
 * @param texts that are to be of one size
 * @param width px that each of them has
 * @param most px that it is set at where it is short
 * @param least px, default 36
 */
export function typeSize(texts: string[], width: number, most: number, least = LEAST): number {
  const longest = Math.max(1, ...texts.map(emsOf))
  return Math.max(least, Math.min(most, Math.floor(width / longest)))
}

/** The same as a CSS length */
export function typeSizePx(texts: string[], width: number, most: number, least = LEAST): string {
  return `${typeSize(texts, width, most, least)}px`
}

/** A text in pieces that may take a line each: cut behind these marks */
export function piecesOf(text: string, marks: string): string[] {
  return text.match(new RegExp(`[^${marks}]*[${marks}]|[^${marks}]+`, 'g')) ?? []
}
