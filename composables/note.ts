import { readAloud } from './read-aloud'

/** A stretch of a note that is said, stressed or left unsaid, at one click of its slide */
export interface NoteRun {
  text: string
  /** Click step at which it is said */
  click: number
  /** `cue`: what the speaker sees and doesn't say: 【翻页】, pause marks ／ and ∥ */
  kind: 'words' | 'stress' | 'cue'
}

/** `[click]`, `**stress**`, `【cue】` or a pause mark */
const MARK = /\[click(?::(\d+))?\]|\*\*(.+?)\*\*|(【[^】]*】|[／∥]+)/gi

/**
 * A note as paragraphs of runs, from its source text. HTML in it is dropped, so
 * that nothing typed there can act.
 */
export function parseNote(note: string): NoteRun[][] {
  let click = 0

  function runs(text: string, kind: NoteRun['kind']): NoteRun[] {
    const found: NoteRun[] = []
    let end = 0
    for (const { index, 0: mark, 1: clicks = '1', 2: stress, 3: cue } of text.matchAll(MARK)) {
      found.push({ text: text.slice(end, index), click, kind })
      end = index + mark.length
      if (cue)
        found.push({ text: cue, click, kind: 'cue' })
      else if (stress)
        found.push(...runs(stress, 'stress'))
      else
        click += Number(clicks)
    }
    return [...found, { text: text.slice(end), click, kind }].filter(({ text }) => text.trim())
  }

  return plainNote(note).split(/\n\s*\n/).map(paragraph => runs(paragraph.trim(), 'words')).filter(({ length }) => length > 0)
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }

/**
 * The source of a note from the HTML that Slidev makes of it, which is all that a build keeps.
 *
 * @param html `noteHTML`; may be undefined
 */
export function noteSource(html = ''): string {
  let click = 0
  return html
    .replace(/<span class="slidev-note-click-mark" data-clicks="(\d+)"><\/span>/g, (_, clicks) => {
      const mark = `[click:${Number(clicks) - click}]`
      click = Number(clicks)
      return mark
    })
    .replace(/<\/?strong>/g, '**')
    .replace(/<\/(?:p|li|h\d)>/g, '\n\n')
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<rt>.*?<\/rt>|<\/?[a-z][^>]*>/gs, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name) => ENTITIES[name])
}

/** Without comments, tags, and the marks of lists, quotes and headings */
function plainNote(note: string): string {
  return note
    .replace(/<!--[\s\S]*?-->|<[a-z/!][^>]*>?/gi, '')
    .replace(/^[ \t]*(?:[-*+>]|#{1,6})[ \t]+/gm, '')
}

/** Syllables in a text, its figures as they are read; punctuation and spaces are none, a Latin letter is one. */
export function spokenLength(text: string): number {
  return readAloud(text).match(/[\p{Script=Han}a-z]/giu)?.length ?? 0
}

/** Syllables that a note says at each click of its slide, from before the first; at least one entry */
export function spokenByClick(note: string): number[] {
  const lengths = [0]
  for (const { text, click, kind } of parseNote(note).flat()) {
    while (lengths.length <= click)
      lengths.push(0)
    if (kind !== 'cue')
      lengths[click] += spokenLength(text)
  }
  return lengths
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

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
  for (const { segment, index } of WORDS.segment(text)) {
    const inside = kept.some(([start, end]) => start < index && index < end)
    const clings = inside || CLINGS_BACK.test(segment)
    if (piece && !clings && !goesOn) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
    goesOn = OPENING.test(segment) || (ONE_CHARACTER.test(segment) && !clings)
  }
  return piece ? [...pieces, piece] : pieces
}
