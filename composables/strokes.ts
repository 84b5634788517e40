/** How a character is written: its strokes in order, on a square of 1024 units, y upwards, the baseline at 124 */
export interface Strokes {
  /** Outline of each stroke, as an SVG path */
  strokes: string[]
  /** The way of the pen through each stroke */
  medians: [number, number][][]
}

const files = import.meta.glob<Strokes>('../strokes/*.json', { eager: true, import: 'default' })

/** The strokes of a character; undefined if strokes/ has no file for it */
export function strokesOf(character: string): Strokes | undefined {
  return files[`../strokes/${character}.json`]
}

/**
 * How many strokes each part of a speech writes of the character that the speech writes as a whole: shared out evenly,
 * earlier parts taking what is left over. 13 strokes of 新 in three parts are 5, 4 and 4: 立, 木, 斤. With more parts
 * than strokes the last parts write none.
 *
 * @param strokes of the character
 * @param parts of the speech
 */
export function strokeShares(strokes: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, part) => Math.floor(strokes / parts) + (part < strokes % parts ? 1 : 0))
}

/** All that a slide writes is written within this time, ms; 50 more to dry */
export const WRITING = 1150

/** When a character is written among others that are written one after the other: props of StrokeCharacter */
export function inTurn(index: number, characters: number): { delay: number, duration: number } {
  return { delay: index * WRITING / characters, duration: WRITING / characters }
}

/** Length of the pen's way, in units of the square */
export function lengthOf(median: [number, number][]): number {
  return median.slice(1).reduce((length, [x, y], index) => length + Math.hypot(x - median[index][0], y - median[index][1]), 0)
}
