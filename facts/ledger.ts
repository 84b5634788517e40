import { parse } from 'yaml'

/** One figure of the speech; facts/figures.yaml says what each key means */
export interface LedgerEntry {
  key: string
  value: number | string
  unit?: string
  counts: string
  source: string
  derived?: string
}

/** What the check needs of a slide */
export interface CheckedSlide {
  content: string
  frontmatter: Record<string, unknown>
  note: string
}

/** A figure that a slide shows or its note says, and that the ledger lacks */
export interface UnknownFigure {
  /** With what follows it: 689户 */
  figure: string
  part: 'shown' | 'note'
}

/**
 * Reads the ledger.
 *
 * @throws Error naming the entry that lacks a value or says its `derived` figure wrong
 */
export function parseLedger(yaml: string): LedgerEntry[] {
  const entries = ledgerEntries(parse(yaml))
  const [fault] = entryFaults(entries)
  if (fault)
    throw new Error(`facts/figures.yaml 的 ${fault.message}`)
  return entries
}

export function ledgerEntries(ledger: unknown): LedgerEntry[] {
  return Object.entries(ledger as Record<string, Omit<LedgerEntry, 'key'>>).map(([key, entry]) => ({ ...entry, key }))
}

/** What entries lack or say wrong, in sentences for the person who mends it; empty if nothing */
export function entryFaults(entries: LedgerEntry[]): { key: string, message: string }[] {
  return entries.flatMap(({ key, value, counts, source, derived }) => {
    if (value === undefined || value === null || !counts || !source)
      return [{ key, message: `${key} 缺 value、counts 或 source；请补上` }]
    if (derived && value !== derive(derived, entries))
      return [{ key, message: `${key} 记作 ${value}，按 ${derived} 应是 ${derive(derived, entries)}；请改正` }]
    return []
  })
}

/** How a figure is written in running text: 698户, 2月3日, 2.0 */
export function written({ value, unit = '' }: LedgerEntry): string {
  return `${value}${unit}`
}

/** The Arabic numerals in a text that no ledger entry accounts for */
export function unknownFigures(text: string, ledger: LedgerEntry[]): string[] {
  const known = ledger.flatMap(entry => rangesOf(written(entry), text))
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)]
    .filter(({ index, 0: figure }) => !known.some(([start, end]) => start <= index && index + figure.length <= end))
    .map(({ index, 0: figure }) => `${figure}${text.slice(index + figure.length, index + figure.length + 2).trim()}`)
}

/** Whether a text says a figure, with its unit */
export function says(text: string, entry: LedgerEntry): boolean {
  return rangesOf(written(entry), text).length > 0
}

/** The figures of a slide that the ledger lacks */
export function unknownFiguresOf({ content, frontmatter, note }: CheckedSlide, ledger: LedgerEntry[]): UnknownFigure[] {
  const texts = [content.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]+>/g, ''), ...shownTexts(frontmatter)].flatMap(text => unknownFigures(text, ledger))
  const numbers = numbersOf(frontmatter)
    .filter(({ value, unit }) => !ledger.some(entry => entry.value === value && unit?.startsWith(entry.unit ?? '')))
    .map(({ value, unit }) => `${value}${unit ?? ''}`)
  const spoken = unknownFigures(note.replace(/\[click(?::\d+)?\]/g, ''), ledger)
  return [
    ...[...texts, ...numbers].map(figure => ({ figure, part: 'shown' as const })),
    ...spoken.map(figure => ({ figure, part: 'note' as const })),
  ]
}

/** The entries that no note says, and that aren't computed from others */
export function unspoken(notes: string[], ledger: LedgerEntry[]): LedgerEntry[] {
  return ledger.filter(entry => !entry.derived && !notes.some(note => says(note, entry)))
}

/** Evaluates `a / b` over ledger keys, to one decimal */
function derive(expression: string, ledger: Pick<LedgerEntry, 'key' | 'value'>[]): number {
  const [dividend, divisor] = expression.split(' / ').map(key => Number(ledger.find(entry => entry.key === key)?.value))
  return Number((dividend / divisor).toFixed(1))
}

/** Where a written figure stands in a text, and not as the tail of a longer number */
function rangesOf(figure: string, text: string): [start: number, end: number][] {
  const ranges: [number, number][] = []
  for (let start = text.indexOf(figure); start >= 0; start = text.indexOf(figure, start + 1)) {
    const end = start + figure.length
    const tail = /[\d.,]$/.test(text.slice(0, start))
    const cut = /\d$/.test(figure) && /^[\d.,]*\d/.test(text.slice(end))
    if (!tail && !cut)
      ranges.push([start, end])
  }
  return ranges
}

/** Frontmatter that steers Slidev and is not shown */
const TECHNICAL_KEYS = ['layout', 'chapter', 'title', 'titleTemplate', 'info', 'keywords', 'lang', 'htmlAttrs', 'clicks', 'src', 'theme', 'canvasWidth', 'aspectRatio', 'fonts', 'favicon', 'transition', 'drawings', 'stagger', 'pace']

function shownEntries(data: object): [string, unknown][] {
  return Object.entries(data).filter(([key]) => !TECHNICAL_KEYS.includes(key))
}

/**
 * Every string of a slide's frontmatter that its layout shows
 *
 * @param data the frontmatter, or a part of it
 * @param but keys to leave out
 */
export function shownTexts(data: unknown, but: string[] = []): string[] {
  if (typeof data === 'string')
    return [data]
  if (!data || typeof data !== 'object')
    return []
  return shownEntries(data).filter(([key]) => !but.includes(key)).flatMap(([, value]) => shownTexts(value, but))
}

/** Numbers in frontmatter, each with the unit that stands beside or above it */
function numbersOf(data: unknown, unit?: string): { value: number, unit?: string }[] {
  if (typeof data === 'number')
    return [{ value: data, unit }]
  if (!data || typeof data !== 'object')
    return []
  const own = 'unit' in data ? String(data.unit) : unit
  return shownEntries(data).flatMap(([, value]) => numbersOf(value, own))
}
