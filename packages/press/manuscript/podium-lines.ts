import type { ManuscriptRun } from './manuscript'
import { linePieces } from 'slidev-addon-speech/lines'

/** A last line shorter than this, in ems, takes a word more from the line before */
const SHORTEST_LAST_LINE = 3
/** What a line may give up, in ems, to turn after a punctuation mark, where the voice rests */
const GIVEN_UP = 4

/**
 * A paragraph cut into lines by hand, since Word can't be told to keep Chinese words together:
 * no line turns inside a figure with its unit, a title, a quoted name or a word.
 *
 * @param runs the paragraph
 * @param measure length of a line, in ems
 * @param indent of the first line, in ems
 */
export function podiumLines(runs: ManuscriptRun[], measure: number, indent: number): ManuscriptRun[][] {
  const lines: string[][] = [[]]
  for (const piece of linePieces(runs.map(({ text }) => text).join(''))) {
    const room = measure - (lines.length === 1 ? indent : 0)
    const line = lines.at(-1)!
    if (line.length > 0 && width([...line, piece].join('')) > room)
      lines.push([...afterPause(line), piece])
    else
      line.push(piece)
  }
  while (lines.length > 1 && lines.at(-2)!.length > 1 && width(lines.at(-1)!.join('')) < SHORTEST_LAST_LINE)
    lines.at(-1)!.unshift(lines.at(-2)!.pop()!)
  return cut(runs, lines.map(line => line.join('').length))
}

/** Takes from a line what stands after its last punctuation mark, if that is little. */
function afterPause(line: string[]): string[] {
  const pause = line.findLastIndex(piece => /[，。、；：！？—…]$/.test(piece))
  const rest = line.slice(pause + 1)
  return pause >= 0 && width(rest.join('')) <= GIVEN_UP ? line.splice(pause + 1) : []
}

/** In ems: a Latin letter or digit takes half of one, in some fonts a little more */
function width(text: string): number {
  return Array.from(text, character => character <= '\x7E' ? 0.6 : 1).reduce((sum, em) => sum + em, 0)
}

/** Runs cut where their joined text is, into lines of the given lengths */
function cut(runs: ManuscriptRun[], lengths: number[]): ManuscriptRun[][] {
  const rest = runs.map(run => ({ ...run }))
  return lengths.map((length) => {
    const line: ManuscriptRun[] = []
    for (let wanted = length; wanted > 0;) {
      const [{ text, kind }] = rest
      line.push({ text: text.slice(0, wanted), kind })
      if (text.length > wanted)
        rest[0].text = text.slice(wanted)
      else
        rest.shift()
      wanted -= Math.min(wanted, text.length)
    }
    return line
  })
}
