import { readAloud } from './read-aloud'

/** What a stretch of a note is; the words among them are said */
export type NoteRunKind
  /** Said; `stress` with weight; `code` as it was typed, line by line */
  = | 'words' | 'stress' | 'code'
  /** A line break that the note asks for */
    | 'break'
  /** Seen by the speaker and not said: ／ and ∥; 【翻页】; 【待核：…】, which the bureau has yet to fill in; 【拟稿】 on a draft */
    | 'pause' | 'cue' | 'pending' | 'draft'
  /** `[click]`: what follows is said after a click */
    | 'click'

/** A stretch of a note that is set alike, at one click of its slide */
export interface NoteRun {
  kind: NoteRunKind
  text: string
  /** Click step at which it is said, from 0 */
  click: number
  /** Line of the note on which it begins, from 0; not in the browser */
  line?: number
}

export type NoteBlock
  = | { kind: 'paragraph' | 'code', runs: NoteRun[] }
    | { kind: 'heading', level: number, runs: NoteRun[] }
    | { kind: 'list', items: NoteItem[] }
    | { kind: 'quote', blocks: NoteBlock[] }
    | { kind: 'table', rows: NoteRun[][][] }
    | { kind: 'rule' }

export interface NoteItem {
  /** Its number as it was written, `1.` or `1)`; none in a list without numbers */
  number?: string
  blocks: NoteBlock[]
}

/** A note as a tree; `parseNote` makes it, once, and all that show or measure notes are written from it. */
export type Note = NoteBlock[]

/** A note's block as it stands on paper */
export interface NoteParagraph {
  kind: 'words' | 'heading' | 'item' | 'row' | 'code' | 'rule'
  /** How many lists and quotations hold it */
  depth: number
  /** An item of a list without numbers */
  bullet?: boolean
  /** What is to be seen in it; the number of an item first, cells of a table with a space between. A rule has none. */
  runs: NoteRun[]
}

const SAID = new Set<NoteRunKind>(['words', 'stress', 'code'])

export function isSaid({ kind }: Pick<NoteRun, 'kind'>): boolean {
  return SAID.has(kind)
}

/**
 * A note from top to bottom, for readers that know only paragraphs; those in which nothing is to be seen are left out.
 *
 * @param note as `parseNote` gives it
 * @param numbers whether the numbers of lists stand before their items; default yes
 */
export function paragraphsOf(note: Note, numbers = true): NoteParagraph[] {
  return note.flatMap(block => flat(block, 0, numbers)).filter(({ kind, runs }) => kind === 'rule' || runs.some(({ text }) => text.trim()))
}

function flat(block: NoteBlock, depth: number, numbers: boolean): NoteParagraph[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(item => flatItem(item, depth + 1, numbers))
    case 'quote':
      return block.blocks.flatMap(inner => flat(inner, depth + 1, numbers))
    case 'table':
      return block.rows.map(cells => ({ kind: 'row', depth, runs: cells.flatMap((runs, index) => index > 0 && runs.length > 0 ? [{ ...runs[0], kind: 'words', text: '\u3000' }, ...runs] : runs) }))
    case 'rule':
      return [{ kind: 'rule', depth, runs: [] }]
    default:
      return [{ kind: block.kind === 'paragraph' ? 'words' : block.kind, depth, runs: seen(block.runs) }]
  }
}

function flatItem({ number, blocks }: NoteItem, depth: number, numbers: boolean): NoteParagraph[] {
  const [first = { kind: 'words', depth, runs: [] }, ...rest] = blocks.flatMap(block => flat(block, depth, numbers))
  const mark: NoteRun[] = number && numbers ? [{ kind: 'words', text: `${number} `, click: first.runs[0]?.click ?? 0 }] : []
  const item = { kind: 'item' as const, depth, bullet: !number }
  return first.kind === 'words' ? [{ ...item, runs: [...mark, ...first.runs] }, ...rest] : [{ ...item, runs: mark }, first, ...rest]
}

function seen(runs: NoteRun[]): NoteRun[] {
  return runs.filter(({ kind }) => kind !== 'click')
}

/** What a note says, paragraph by paragraph, without numbers of lists */
export function saidIn(note: Note): string {
  return paragraphsOf(note, false).map(({ runs }) => runs.filter(isSaid).map(({ text }) => text).join('')).join('\n\n')
}

/** Every run of a note, in order, `click` and `break` among them */
export function runsOf(note: Note): NoteRun[] {
  return note.flatMap((block): NoteRun[] => {
    switch (block.kind) {
      case 'list': return block.items.flatMap(({ blocks }) => runsOf(blocks))
      case 'quote': return runsOf(block.blocks)
      case 'table': return block.rows.flat(2)
      case 'rule': return []
      default: return block.runs
    }
  })
}

/** Syllables in a text, its figures as they are read; punctuation and spaces are none, a Latin letter is one. */
export function spokenLength(text: string): number {
  return readAloud(text).match(/[\p{Script=Han}a-z]/giu)?.length ?? 0
}

/** Syllables that a note says at each click of its slide, from before the first; at least one entry */
export function spokenByClick(note: Note): number[] {
  const lengths = [0]
  for (const run of paragraphsOf(note).flatMap(({ runs }) => runs)) {
    while (lengths.length <= run.click)
      lengths.push(0)
    if (isSaid(run))
      lengths[run.click] += spokenLength(run.text)
  }
  return lengths
}
