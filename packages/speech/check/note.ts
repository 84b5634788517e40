import type { Note } from '../note'
import { distance } from 'fastest-levenshtein'
import { say } from '../languages/say'
import { runsOf } from '../note'
import { linesIn } from './position'

export interface NoteFault {
  /** Of the note, from 0 */
  line: number
  message: string
}

/** In brackets of either width, something that looks like `click`, closed or not */
const MARKISH = /[[【［]\s*([a-z]+)(?:\s*[:：]\s*([^\]】］\n，。；、]*))?\s*[\]】］]?/gi

/** What is wrong with the click marks of a note, as `parseNote` gives it */
export function clickMarkFaults(note: Note): NoteFault[] {
  return runsOf(note).filter(({ kind }) => kind !== 'code').flatMap(({ text, line = 0 }) =>
    [...text.matchAll(MARKISH)].filter(([, word]) => looksLikeClick(word.toLowerCase())).map(({ 0: mark, index }) => ({
      line: line + linesIn(text.slice(0, index)),
      message: say.mistakes.clickMark(mark.trim()),
    })))
}

/** The first mark of a note that counts further than its slide has clicks, and the line of the note, from 0, where it stands */
export function markBeyond(note: Note, clicks: number): { mark: string, total: number, line: number } | undefined {
  const marks = runsOf(note).filter(({ kind }) => kind === 'click')
  const index = marks.findIndex(({ click }) => click > clicks)
  if (index < 0)
    return undefined
  const { click, line = 0 } = marks[index]
  const step = click - (marks[index - 1]?.click ?? 0)
  return { mark: step === 1 ? '[click]' : `[click:${step}]`, total: click, line }
}

/** Two wrong letters at most, one if the first is wrong: not link or block */
function looksLikeClick(word: string): boolean {
  return distance(word, 'click') <= (word.startsWith('c') ? 2 : 1)
}
