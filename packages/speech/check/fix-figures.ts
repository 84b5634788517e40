import type { FigureOptions, Unaccounted } from './figures'
import type { LedgerEntry } from './ledger'
import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, parseDocument } from 'yaml'
import { writeAllWhole } from '../cli/write-file-atomic'
import { saidIn } from '../note'
import { parseNote } from '../notes/parse-note'
import { readAloud } from '../read-aloud'
import { rootsOf } from '../roots'
import { checkDeck, withDefaults } from './check-deck'
import { LEDGER, newNumber, NUMERAL, unaccountedIn } from './figures'
import { stopsSlides } from './finding'
import { derive, entryFaults, ledgerEntries, rangesOf, says, written } from './ledger'
import { narrow, ownEverydayWords } from './quantities'
import { nameOf, readDeck } from './read-deck'
import { loadRules } from './rules'
import { shownOf } from './shown'
import { readVocabulary } from './vocabulary'

/** A line that says the ledger's new figure now */
export interface FixedLine {
  /** Relative to the deck */
  file: string
  /** From 1 */
  line: number
  before: string
  after: string
}

/** An old figure that stays, since it isn't certain what it has to become */
export interface UnsureFigure {
  file: string
  line: number
  quote: string
  reason: string
}

/** Where the deck says a figure that a ledger lacks */
type Stranger = Unaccounted & { path: string, file: string }

/** The same with the changed entries that it may stand for */
type Place = Stranger & {
  entries: LedgerEntry[]
  /** Whether the figure is the one that the entry had before */
  isKnown: boolean
}

/**
 * Takes the figures that were changed in the ledger over into slides and notes, and into the entries computed from them.
 *
 * An entry has changed if nothing in the deck says it; its old figure is one that the ledger lacks and that is written in
 * the same way (698户, 699户). It is replaced where one old figure and one entry fit each other, and no others do; what the
 * entry had before, where that is known, decides between several. The rest stays, and is named.
 *
 * @param root folder of slides.md
 * @param earlier the ledger as it was; default the one that was committed last, if the deck is kept in Git
 * @returns the lines that were changed, and the figures that were left; none in a deck with other mistakes, which come first
 */
export async function fixFigures(root: string, earlier = committedLedger(root)): Promise<{ fixed: FixedLine[], unsure: UnsureFigure[] }> {
  const { deck } = await readDeck(root)
  const ledgerFile = join(root, LEDGER)
  const derived = existsSync(ledgerFile) ? withDerived(readFileSync(ledgerFile, 'utf8')) : undefined
  if (!deck || !derived || (await checkDeck(root, { figures: false })).some(stopsSlides))
    return { fixed: [], unsure: [] }

  const roots = rootsOf(root, deck.headmatter)
  const options = { vocabulary: readVocabulary(roots), notShown: (await loadRules(roots)).notShown }
  const everydayWords = ownEverydayWords(root)
  const slides = withDefaults(deck)
  const texts = slides.flatMap(slide => [saidIn(parseNote(slide.note)), ...shownTexts(slide, options)])
  const changed = derived.ledger.filter(entry => !texts.some(text => says(text, entry)))
  const old = new Map(earlier.map(entry => [entry.key, entry]))
  const strangersTo = (ledger: LedgerEntry[]): Stranger[] => slides.flatMap(slide => unaccountedIn(slide, ledger, everydayWords, options)
    .map(figure => ({ ...figure, path: slide.source.filepath, file: nameOf(slide.source.filepath, root) })))
  const places = strangersTo(derived.ledger)
    .map((figure) => {
      const alike = changed.filter(entry => newNumber(figure, entry) !== undefined)
      const known = alike.filter(({ key }) => old.has(key) && says(figure.quote, old.get(key)!))
      return {
        ...figure,
        entries: known.length > 0 ? known : alike,
        isKnown: known.length > 0,
      }
    })
    .filter(({ entries }) => entries.length > 0)

  const files = new Map(derived.fixed.length > 0 ? [[ledgerFile, derived.text]] : [])
  const fixed = [...derived.fixed]
  const unsure: UnsureFigure[] = changed
    .filter(entry => !places.some(({ entries }) => entries.includes(entry)))
    .flatMap(entry => saidForOthers(entry, old.get(entry.key), derived.ledger, strangersTo))
  for (const place of places.filter(isFirstOfItsLine)) {
    const { path, file, line, quote, number, entries: [entry] } = place
    const lines = (files.get(path) ?? readFileSync(path, 'utf8')).split('\n')
    const before = lines[line - 1]
    const reason = whyUnsure(place, before, places, old.get(entry.key))
    if (reason) {
      unsure.push({ file, line, quote, reason })
      continue
    }
    const after = rangesOf(number, before)
      .reduceRight((text, [start, end]) => text.slice(0, start) + newNumber(place, entry) + text.slice(end), before)
    lines[line - 1] = after
    files.set(path, lines.join('\n'))
    fixed.push({ file, line, before: before.trim(), after: after.trim() })
  }
  writeAllWhole(new Map([...files].map(([path, text]) => [path, Buffer.from(text)])))
  fixed.sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line)
  return { fixed, unsure }
}

/** Where a changed entry's old figure stands for another entry, too, that still has it */
function saidForOthers(entry: LedgerEntry, before: LedgerEntry | undefined, ledger: LedgerEntry[], strangersTo: (ledger: LedgerEntry[]) => Stranger[]): UnsureFigure[] {
  const others = ledger.filter(other => before && other !== entry && written(other) === written(before))
  if (others.length === 0)
    return []
  return strangersTo(ledger.filter(other => !others.includes(other)))
    .filter(({ quote }) => others.some(other => says(quote, other)))
    .map(({ file, line, quote }) => ({ file, line, quote, reason: `台账里的 ${others.map(({ key }) => key).join('、')} 也是 ${quote}；这里要是 ${entry.key}，请自己把这一行改成 ${written(entry)}` }))
}

/** The ledger with its computed figures computed anew; nothing if it can't be read */
function withDerived(text: string): { text: string, ledger: LedgerEntry[], fixed: FixedLine[] } | undefined {
  const document = parseDocument(text)
  if (document.errors.length > 0 || !isMap(document.contents) || document.contents.items.some(({ value }) => !isMap(value)))
    return
  const ledger = ledgerEntries(document.toJS())
  const stale = ledger.find(entry => entry.derived && Number.isFinite(derive(entry.derived, ledger)) && entry.value !== derive(entry.derived, ledger))
  if (!stale)
    return entryFaults(ledger).length > 0 ? undefined : { text, ledger, fixed: [] }
  const value = document.getIn([stale.key, 'value'], true)
  if (!isScalar(value) || !value.range)
    return
  const [start, end] = value.range
  const changed = text.slice(0, start) + derive(stale.derived!, ledger) + text.slice(end)
  const line = text.slice(0, start).split('\n').length
  const lineIn = (text: string) => text.split('\n')[line - 1].trim()
  const rest = withDerived(changed)
  return rest && { ...rest, fixed: [{ file: LEDGER, line, before: `${stale.key}：${lineIn(text)}`, after: `${stale.key}：${lineIn(changed)}` }, ...rest.fixed] }
}

/** The ledger of the last commit; empty where there is none, or no Git */
function committedLedger(root: string): LedgerEntry[] {
  try {
    const text = execFileSync('git', ['show', `HEAD:./${LEDGER}`], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return ledgerEntries(parseDocument(text).toJS())
  }
  catch {
    return []
  }
}

function shownTexts(slide: Parameters<typeof shownOf>[0], { vocabulary, notShown }: FigureOptions): string[] {
  const { texts, numbers } = shownOf(slide, vocabulary, notShown)
  return [...texts.map(({ text }) => text), ...numbers.map(({ value, unit = '' }) => `${value}${unit}`)]
}

function isFirstOfItsLine(place: Place, index: number, places: Place[]): boolean {
  return places.findIndex(other => isSameOfLine(other, place)) === index
}

function isSameOfLine(one: Place, other: Place): boolean {
  return one.path === other.path && one.line === other.line && one.number === other.number
}

/** Why a figure isn't replaced, and what to write there by hand; empty if it can be */
function whyUnsure(place: Place, line: string, places: Place[], before?: LedgerEntry): string {
  const { entries, number, isKnown } = place
  const names = entries.map(entry => `${entry.key}（${written(entry)}）`)
  if (names.length > 1)
    return `台账里改过的 ${names.join('、')} 都可能是它；请看清是哪一个，自己把这一行改成 ${entries.map(written).join(' 或 ')}`
  const olds = [...new Set(places.filter(other => other.entries.includes(entries[0])).map(({ number }) => readAloud(narrow(number)).match(NUMERAL)?.join()))]
  if (olds.length > 1 && !isKnown)
    return `台账里没有的数，有 ${olds.length} 个都可能要改成 ${names[0]}；是它，请自己把这一行改成 ${written(entries[0])}；不是，请查这个数写错没有`
  if (before && !isKnown && written(before) !== written(entries[0]))
    return `台账里的 ${names[0]} 原来是 ${written(before)}，不是这个数；是它，请自己把这一行改成 ${written(entries[0])}；不是，请查这个数写错没有`
  return rangesOf(number, line).length === places.filter(other => isSameOfLine(other, place) && other.entries.includes(entries[0])).length
    ? ''
    : `这一行里的“${number}”不都是 ${names[0]}；请自己把是它的那一处改成 ${written(entries[0])}`
}
