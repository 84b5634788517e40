import type { Diff } from 'diff-match-patch-es'
import { diffCleanupSemantic, diffMain } from 'diff-match-patch-es'

/** A mark in the source of a note that isn't said, or the end of a stress */
interface Mark {
  kind: 'click' | 'cue' | 'open' | 'close' | 'other'
  source: string
  /** Index of the character that it stands before */
  at: number
}

/** The source of a note, cut into what the manuscript shows and what it doesn't */
export interface NoteSource {
  /** What is shown, paragraphs joined by a line break */
  text: string
  /** The source of each of its characters */
  sources: string[]
  marks: Mark[]
}

/** A mark whose sentence is gone, and where it stands now */
export interface Stray {
  mark: string
  /** The sentence beside it; undefined where the mark is gone with its words, as a stress is */
  beside?: string
}

/** What isn't shown: a click marker, a cue, a pause, an end of a stress, a tag, the mark of an item, white space, anything else */
const UNSHOWN = /(\[click(?::\d+)?\][ \t]*)|(【[^】]*】|[／∥]+)|(\*\*|__|\*(?![ \t])|_)|(<!--[\s\S]*?-->|<[a-z/!][^>]*>?)|([-*+>][ \t]+|\s+|\S[^\s*_【[／∥<]*)/giy

/**
 * Where the words can't begin: inside a mark, the letters of `[click]`, the words of a cue or of a heading, the address of a
 * link would be taken for them.
 */
const MARKS = /\[click(?::\d+)?\]|【(?!待核)[^】]*】|[／∥]+|\*\*|<!--[\s\S]*?-->|<[a-z/!][^>]*>?|^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t\r]*$|^[ \t]*#{1,6}[ \t].*$|^[ \t]*[-*+>][ \t]+|\]\((?:[^()\s]|\([^()\s]*\))*\)|!?\[(?=[^[\]]*\]\()/gim

/** What is a mark of Markdown, or a character that is said */
const MAY_BE_MARK = /[*_`\\]/

/**
 * Cuts the source of a note.
 *
 * @param source as it stands between `<!--` and `-->`
 * @param paragraphs what the manuscript shows of it
 * @returns undefined if the one isn't found in the other
 */
export function readNoteSource(source: string, paragraphs: string[]): NoteSource | undefined {
  const text = paragraphs.join('\n')
  const marked = new Uint8Array(source.length)
  for (const { index, 0: mark } of source.matchAll(MARKS))
    marked.fill(1, index, index + mark.length)

  const note: NoteSource = { text, sources: [], marks: [] }
  /** Ends of stresses that are open */
  const open: string[] = []
  let from = 0
  for (const character of text.split('')) {
    const shown = character === '\n' ? text[note.sources.length + 1] : character
    let at = from
    while (at < source.length && (marked[at] || !isSame(source[at], shown))) {
      if (!marked[at] && !/\s/.test(source[at]) && !MAY_BE_MARK.test(source[at]))
        return
      at++
    }
    if (at === source.length)
      return
    if (character === '\n') {
      // the line break of the text is the blank line between two paragraphs; what stands around it are marks
      const skipped = source.slice(from, at)
      const blank = /\r?\n[ \t\r]*\n\s*/.exec(skipped) ?? /\r?\n\s*/.exec(skipped)
      if (!blank)
        return
      gap(skipped.slice(0, blank.index))
      note.sources.push(blank[0])
      from += blank.index + blank[0].length
      continue
    }
    gap(source.slice(from, at))
    note.sources.push(source[at])
    from = at + 1
  }
  gap(source.slice(from))
  return write(note) === source ? note : undefined

  function gap(skipped: string) {
    for (const [found, click, cue, stars] of skipped.matchAll(UNSHOWN)) {
      const closes = stars && open.at(-1) === stars
      if (closes)
        open.pop()
      else if (stars)
        open.push(stars)
      const kind = click ? 'click' : cue ? 'cue' : closes ? 'close' : stars ? 'open' : 'other'
      note.marks.push({ kind, source: found, at: note.sources.length })
    }
  }
}

/** A line break between two Latin words is a space. */
function isSame(source: string, shown: string): boolean {
  return source === shown || (shown === ' ' && /\s/.test(source))
}

/** The source of a note that was cut */
export function write({ sources, marks }: NoteSource): string {
  let source = ''
  let next = 0
  let stress = ''
  for (let at = 0; at <= sources.length; at++) {
    for (; next < marks.length && marks[next].at === at; next++) {
      source += marks[next].source
      stress = marks[next].kind === 'open' ? marks[next].source : marks[next].kind === 'close' ? '' : stress
    }
    if (at < sources.length)
      source += stress && /\n\s*\n/.test(sources[at]) ? stress + sources[at] + stress : sources[at]
  }
  return source
}

/** What two texts differ in, in stretches that a reader sees as one change */
export function differences(before: string, after: string): Diff[] {
  const found = diffMain(before, after, { diffTimeout: 0 })
  diffCleanupSemantic(found)
  return found
}

/** Ends a sentence, with the closing quotation marks and brackets after it */
const SENTENCE_END = /[。！？；…\n][”’）》】」』]*$/

/** The sentence of a text around a place */
export function sentenceAt(text: string, at: number): string {
  let start = at
  while (start > 0 && !SENTENCE_END.test(text.slice(Math.max(0, start - 4), start)))
    start--
  let end = at
  while (end < text.length && (end === start || !SENTENCE_END.test(text.slice(start, end)) || /[”’）》】」』]/.test(text[end])))
    end++
  return text.slice(start, end).trim()
}

/**
 * A note that says something else: every mark stays beside the words that it stood beside. Where they are gone, it goes
 * to the nearest sentence that was kept; a stress goes with its words.
 *
 * @param note as it was
 * @param text what it is to say, paragraphs joined by a line break
 * @param inserted the source of characters that are put in; the character itself by default
 * @param eol how the file ends its lines
 */
export function rewrite(note: NoteSource, text: string, inserted: (character: string) => string = character => character, eol = '\n'): { note: NoteSource, strays: Stray[] } {
  /** Where each character of the old text is in the new one, -1 for one that is gone */
  const kept: number[] = []
  const sources: string[] = []
  for (const [operation, part] of differences(note.text, text)) {
    for (const character of part.split('')) {
      if (operation < 0) {
        kept.push(-1)
      }
      else if (operation > 0) {
        sources.push(character === '\n' ? eol + eol : inserted(character))
      }
      else {
        kept.push(sources.length)
        sources.push(note.sources[kept.length - 1])
      }
    }
  }

  const strays: Stray[] = []
  const marks: Mark[] = []
  for (const [index, mark] of note.marks.entries()) {
    const [start, end] = sentenceRange(note.text, mark.at, mark.kind === 'cue' || mark.kind === 'close')
    const before = kept.slice(0, mark.at).findLast(at => at >= 0) ?? -1
    const after = kept.slice(mark.at).find(at => at >= 0) ?? text.length
    const nextKept = kept[mark.at] === after && after < text.length
    const previousKept = mark.at > 0 && kept[mark.at - 1] >= 0
    const gone = kept.slice(start, end).every(at => at < 0) && end > start

    if (mark.kind === 'open' || mark.kind === 'close') {
      const [opens, closes] = mark.kind === 'open' ? [index, closing(index)] : [opening(index), index]
      const stressed = kept.slice(note.marks[opens]?.at ?? 0, note.marks[closes]?.at ?? kept.length)
      if (stressed.every(at => at < 0)) {
        if (mark.kind === 'open')
          strays.push({ mark: `重读“${note.text.slice(mark.at, note.marks[closes]?.at)}”` })
        continue
      }
      marks.push({ ...mark, at: mark.kind === 'open' ? stressed.find(at => at >= 0)! : stressed.findLast(at => at >= 0)! + 1 })
      continue
    }
    if (mark.kind === 'other' && !mark.source.trim() && !(previousKept && nextKept && before + 1 === after)) {
      if (mark.at > 0 && mark.at < note.text.length)
        continue // a turn of the line in the source, between words that no longer meet
    }
    const at = place(mark, before + 1, after, { nextKept, previousKept, gone })
    marks.push({ ...mark, at })
    if (gone && mark.kind !== 'other')
      strays.push({ mark: mark.source.trim(), beside: sentenceAt(text, mark.kind === 'cue' ? Math.max(0, at - 1) : at) || undefined })
  }
  // stable: marks at one place stay in their order
  marks.sort((one, other) => one.at - other.at)
  return { note: { text, sources, marks }, strays }

  function closing(index: number) {
    return note.marks.findIndex(({ kind }, other) => other > index && kind === 'close')
  }

  function opening(index: number) {
    return note.marks.findLastIndex(({ kind }, other) => other < index && kind === 'open')
  }

  /** A place between what was kept before a mark and what was kept after it: all between is new */
  function place(mark: Mark, low: number, high: number, { nextKept, previousKept, gone }: { nextKept: boolean, previousKept: boolean, gone: boolean }): number {
    if (low >= high)
      return whole(high < low ? low : high)
    if (mark.kind === 'cue')
      return whole(previousKept ? low : nextKept ? high : gone ? low : high)
    const starts: number[] = []
    for (let at = low; at <= high; at++) {
      if (at === 0 || (at < text.length && SENTENCE_END.test(text.slice(0, at)) && !/[”’）》】」』\n]/.test(text[at])))
        starts.push(at)
    }
    const fallback = nextKept ? high : low
    return whole((gone ? starts[0] : starts.at(-1)) ?? fallback)
  }

  /** Not between the halves of a rare character */
  function whole(at: number): number {
    return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at
  }
}

/** The sentence that a mark belongs to: the one before it, or the one that it opens */
function sentenceRange(text: string, at: number, before: boolean): [number, number] {
  const inside = before ? Math.max(0, at - 1) : at
  let start = inside
  while (start > 0 && !SENTENCE_END.test(text.slice(Math.max(0, start - 4), start)))
    start--
  let end = inside
  while (end < text.length && !SENTENCE_END.test(text.slice(start, end + 1)))
    end++
  return [start, Math.min(text.length, end + 1)]
}

/** The marks and characters of a paragraph, taken out of a note */
export function takeParagraph(note: NoteSource, start: number, end: number, placeholder: string, clicks: boolean): { rest: NoteSource, taken: NoteSource } {
  const inside = ({ at, kind }: Mark) => at >= start && at <= end && (clicks || kind !== 'click')
  return {
    taken: {
      text: note.text.slice(start, end),
      sources: note.sources.slice(start, end),
      marks: note.marks.filter(inside).map(mark => ({ ...mark, at: mark.at - start })),
    },
    rest: {
      text: note.text.slice(0, start) + placeholder + note.text.slice(end),
      sources: [...note.sources.slice(0, start), '', ...note.sources.slice(end)],
      marks: note.marks.filter(mark => !inside(mark)).map(mark => ({ ...mark, at: mark.at <= start ? mark.at : mark.at >= end ? mark.at - (end - start) + 1 : start })),
    },
  }
}
