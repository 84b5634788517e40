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
  /** Page number, from 1 */
  page: number
  /** File that holds it, relative to the deck */
  file: string
  title: string
  content: string
  frontmatter: Record<string, unknown>
  note: string
}

/**
 * Reads the ledger.
 *
 * @throws Error naming the entry that lacks a value or says its `derived` figure wrong
 */
export function parseLedger(yaml: string): LedgerEntry[] {
  const entries = Object.entries(parse(yaml) as Record<string, Omit<LedgerEntry, 'key'>>)
    .map(([key, entry]) => ({ key, ...entry }))

  for (const { key, value, counts, source, derived } of entries) {
    if (value === undefined || !counts || !source)
      throw new Error(`facts/figures.yaml 的 ${key} 缺 value、counts 或 source`)
    if (derived && value !== derive(derived, entries))
      throw new Error(`facts/figures.yaml 的 ${key} 记作 ${value}，按 ${derived} 应是 ${derive(derived, entries)}`)
  }
  return entries
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

/** What the slides and the ledger disagree on, in sentences for the person who mends it; empty if nothing */
export function ledgerFaults(slides: CheckedSlide[], ledger: LedgerEntry[]): string[] {
  const strangers = slides.flatMap(({ page, file, title, content, frontmatter, note }) => {
    const shown = [content.replace(/<[^>]+>/g, ''), ...shownTexts(frontmatter)].flatMap(text => unknownFigures(text, ledger))
    const numbers = numbersOf(frontmatter)
      .filter(({ value, unit }) => !ledger.some(entry => entry.value === value && unit?.startsWith(entry.unit ?? '')))
      .map(({ value, unit }) => `${value}${unit ?? ''}`)
    const spoken = unknownFigures(note.replace(/\[click(?::\d+)?\]/g, ''), ledger)
    return [
      ...[...shown, ...numbers].map(figure => `${file} 第 ${page} 页《${title}》：“${figure}”不在数字台账里`),
      ...spoken.map(figure => `${file} 第 ${page} 页《${title}》的讲稿：“${figure}”不在数字台账里`),
    ]
  })
  const unspoken = ledger
    .filter(entry => !entry.derived && !slides.some(({ note }) => says(note, entry)))
    .map(entry => `facts/figures.yaml 的 ${entry.key}（${written(entry)}）没有一处讲稿念到`)
  return [...strangers, ...unspoken]
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
