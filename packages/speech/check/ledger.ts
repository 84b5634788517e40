import type { Quantity } from './quantities'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readAloud } from '../read-aloud'
import { narrow, quantitiesIn } from './quantities'

/** One figure of the speech; figures.yaml says what each key means */
export interface LedgerEntry {
  key: string
  value: number | string
  unit?: string
  /** As the speech writes it, where that isn't value and unit: 第四名 */
  written?: string
  counts: string
  source: string
  derived?: string
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
    throw new Error(`figures.yaml 的 ${fault.message}`)
  return entries
}

/**
 * The ledger of a deck; none without a figures.yaml.
 *
 * @param root folder of slides.md
 * @throws as `parseLedger`
 */
export function readLedger(root: string): LedgerEntry[] {
  const file = join(root, 'figures.yaml')
  return existsSync(file) ? parseLedger(readFileSync(file, 'utf8')) : []
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

/** How a figure is written in running text: 698户, 2月3日, 2.0, 第四名 */
export function written({ value, unit = '', written }: LedgerEntry): string {
  return written ?? `${value}${unit}`
}

/** What stands before a quantity that has gone down: the words say the minus of its value */
const LESS = /(?:下降|减少|降低|下跌|回落|缩小|缩减|精简|负增长|[减降跌少])了?(?:约|近|超过)?$/

/** Where a text says an entry: as it is written, or in Chinese numerals, or as a decline by so much */
function placesOf(entry: LedgerEntry, text: string): [start: number, end: number][] {
  const form = written(entry)
  if (entry.written)
    return rangesOf(form, text)
  const forms = formsOf(entry.value, entry.unit)
  const less = typeof entry.value === 'number' && entry.value < 0
    ? formsOf(-entry.value, entry.unit)
    : []
  return [
    ...(less.length > 0 ? [...forms, form.replace('-', '−')] : forms).flatMap(form => rangesOf(form, text)),
    ...less.flatMap(form => rangesOf(form, text)).filter(([start]) => LESS.test(text.slice(0, start))),
  ]
}

/** 1699 as 1,699. Made once: every entry is looked for in every text, and making one takes longer than all else of it. */
export const inThousands = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 })

/** A value with its unit: 1699户, 1,699户, 一千六百九十九户 */
function formsOf(value: number | string, unit = ''): string[] {
  const numerals = typeof value === 'number' ? [`${value}`, inThousands.format(value)] : [value]
  return [...new Set(numerals)].map(numeral => `${numeral}${unit}`).flatMap(form => [form, readAloud(form)])
}

/**
 * The quantities in a text that no ledger entry accounts for.
 *
 * @param text plain, without markup
 * @param ledger all entries
 * @param everydayWords that hold a numeral and count nothing, besides the common ones
 */
export function unknownQuantities(text: string, ledger: LedgerEntry[], everydayWords: string[] = []): Quantity[] {
  const plain = narrow(text)
  const known = ledger.flatMap(entry => placesOf(entry, plain))
  const isKnown = (at: number) => known.some(([start, end]) => start <= at && at < end)
  return quantitiesIn(text, everydayWords).filter(({ index, number, isChinese }) => isChinese
    ? !isKnown(index) && !ledger.some(entry => entry.written && goesOnLike(entry.written, plain, index))
    : [...narrow(number).matchAll(/\d/g)].some(digit => !isKnown(index + digit.index)))
}

/** The same, as a message quotes them */
export function unknownFigures(text: string, ledger: LedgerEntry[]): string[] {
  return unknownQuantities(text, ledger).map(({ quote }) => quote)
}

/**
 * Whether a text says, from a numeral on, what an entry's words say from theirs on, to the end of either. A headline
 * says less than the note: “全省第四” for “第四名”.
 */
function goesOnLike(written: string, text: string, index: number): boolean {
  return quantitiesIn(written).some(({ index: from }) => {
    let length = 0
    while (from + length < written.length && written[from + length] === text[index + length])
      length++
    const next = text[index + length]
    return length > 0 && (from + length === written.length || next === undefined || /[^\p{L}\p{N}]/u.test(next))
  })
}

/** Whether a text says a figure, with its unit */
export function says(text: string, entry: LedgerEntry): boolean {
  return placesOf(entry, narrow(text)).length > 0
}

/** Whether the ledger has a number that stands by itself beside its unit, as in a slide's data */
export function hasNumber(value: number, unit: string | undefined, beside: string, ledger: LedgerEntry[]): boolean {
  const isLess = /下降|减少|降低|下跌|回落|负增长/.test(beside)
  return ledger.some(entry => !entry.written && unit?.startsWith(entry.unit ?? '') !== false
    && (unit !== undefined || !entry.unit) && (entry.value === value || (isLess && entry.value === -value)))
}

/** The entries that no note says, and that aren't computed from others */
export function unspoken(notes: string[], ledger: LedgerEntry[]): LedgerEntry[] {
  return ledger.filter(entry => !entry.derived && !notes.some(note => says(note, entry)))
}

/** Evaluates `a / b` over ledger keys, to one decimal */
export function derive(expression: string, ledger: Pick<LedgerEntry, 'key' | 'value'>[]): number {
  const [dividend, divisor] = expression.split(' / ').map(key => Number(ledger.find(entry => entry.key === key)?.value))
  return Number((dividend / divisor).toFixed(1))
}

/** Where a written figure stands in a text, and not as a part of a longer number */
export function rangesOf(figure: string, text: string): [start: number, end: number][] {
  const ranges: [number, number][] = []
  for (let start = text.indexOf(figure); start >= 0; start = text.indexOf(figure, start + 1)) {
    const end = start + figure.length
    const startsInNumber = /^\d/.test(figure) && /[\d.,]$|(?<![\w%％）)])[-−]$/.test(text.slice(0, start))
    const startsInNumeral = /^[〇零一二两三四五六七八九十百千万亿]/.test(figure) && /[〇零一二两三四五六七八九十百千万亿第]$/.test(text.slice(0, start))
    const cut = /\d$/.test(figure) && /^[\d.,]*\d/.test(text.slice(end))
    if (!startsInNumber && !startsInNumeral && !cut)
      ranges.push([start, end])
  }
  return ranges
}
