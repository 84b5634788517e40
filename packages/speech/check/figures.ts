import type { SlideInfo } from '@slidev/types'
import type { Finding } from './finding'
import type { LedgerEntry } from './ledger'
import type { Quantity } from './quantities'
import type { Vocabulary } from './vocabulary'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, LineCounter, parseDocument, stringify } from 'yaml'
import { say } from '../languages/say'
import { isSaid, paragraphsOf, saidIn } from '../note'
import { parseNote } from '../notes/parse-note'
import { readAloud } from '../read-aloud'
import { withRightRanges } from '../words/words'
import { slideName } from './finding'
import { entryFaults, hasNumber, inThousands, ledgerEntries, unknownQuantities, unspoken, written } from './ledger'
import { linesIn, noteLineAt } from './position'
import { narrow, ownEverydayWords } from './quantities'
import { decode, nameOf, yamlMessage, yamlOffset } from './read-deck'
import { shownOf } from './shown'

export const LEDGER = 'figures.yaml'

/** The numeral of a figure, in digits or in Chinese */
export const NUMERAL = /(?<![\d%％])[-−]?\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?/g

/** What the comparison has to know of a deck besides its slides */
export interface FigureOptions {
  vocabulary: Vocabulary
  /** Frontmatter that its layouts don't show */
  notShown?: string[]
  /** Notes of slides that are left out by `hide: true`: the ledger is the whole speech's */
  hiddenNotes?: string[]
}

/**
 * Compares slides and notes with the ledger: double entry. A deck without a ledger is not compared.
 *
 * @param slides as Slidev parses them
 * @param root of the deck
 * @param options what else there is to know
 */
export function figureFindings(slides: SlideInfo[], root: string, options: FigureOptions): Finding[] {
  const file = join(root, LEDGER)
  if (!existsSync(file))
    return []
  const { text, fault } = decode(readFileSync(file))
  if (fault)
    return [{ file: LEDGER, ...fault }]

  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineAt = (offset = 0) => lines.linePos(offset).line
  const [error] = document.errors
  if (error)
    return [{ file: LEDGER, line: lineAt(yamlOffset(error, text)), message: yamlMessage(error, text) }]
  const { contents } = document
  if (!isMap(contents) || contents.items.some(({ value }) => !isMap(value)))
    return [{ file: LEDGER, line: 1, message: '台账要一笔一项：先写名称和冒号，下面缩进两格写 value、unit、counts、source；请对照原来的样子改正' }]

  const lineOf = (key: string) => lineAt(contents.items.find(item => String(item.key) === key)?.key?.range?.[0])
  const ledger = ledgerEntries(document.toJS())
  const faults = entryFaults(ledger)
  if (faults.length > 0)
    return faults.map(({ key, message }) => ({ file: LEDGER, line: lineOf(key), message }))
  const everydayWords = ownEverydayWords(root)
  const notes = [...slides.map(({ note }) => note), ...options.hiddenNotes ?? []].map(note => saidIn(parseNote(note)))
  const places = slides.flatMap(slide => unaccountedIn(slide, ledger, everydayWords, options).map((figure, index) => (
    { ...figure, slide, key: `figure-${slide.index + 1}-${index + 1}`, place: say.findings.place(nameOf(slide.source.filepath, root), figure.line) })))
  return [
    ...unaccountedFindings(places, root),
    ...unspokenFindings(unspoken(notes, ledger), ledger, places, lineOf),
  ]
}

/** An unaccounted figure of the deck: of which slide, where it stands, and the key that its entry may have */
type Place = Unaccounted & { slide: SlideInfo, place: string, key: string }

/** One finding if no entry is spoken of: the ledger is another speech's. */
function unspokenFindings(entries: LedgerEntry[], ledger: LedgerEntry[], places: Place[], lineOf: (key: string) => number): Finding[] {
  if (entries.length > 3 && entries.length === ledger.filter(({ derived }) => !derived).length)
    return [{ file: LEDGER, line: 1, message: `台账里的 ${ledger.length} 个数，讲稿一个也没有念到，多半是另一篇讲话的；请换成这篇讲话的数，不要台账就删去这个文件` }]
  return entries.map((entry) => {
    const olds = places.filter(place => newNumber(place, entry) !== undefined).map(({ place, quote }) => `${place}的“${quote}”`)
    return {
      file: LEDGER,
      line: lineOf(entry.key),
      message: `${entry.key}（${written(entry)}）没有一处讲稿念到；${olds.length > 0
        ? `刚改的数，请运行 npm run check -- --fix，它没有改的，请自己把旧数改成 ${written(entry)}（多半在 ${[...new Set(olds)].slice(0, 4).join('、')}）`
        : '请在讲稿里写上'}；不再要这一笔，请删去`,
    }
  })
}

/** A number on a slide, or in its note, that no entry of the ledger accounts for */
export interface Unaccounted extends Pick<Quantity, 'quote' | 'number' | 'isChinese'> {
  /** Of the slide's file, from 1 */
  line: number
  isSaid: boolean
}

/** The numbers of a slide and of its note that the ledger lacks */
export function unaccountedIn(slide: SlideInfo, ledger: LedgerEntry[], everydayWords: string[], { vocabulary, notShown }: FigureOptions): Unaccounted[] {
  const { note, source } = slide
  const { texts, numbers } = shownOf(slide, vocabulary, notShown)
  return [
    ...texts.flatMap(({ text, lineOf }) => unknownQuantities(text, ledger, everydayWords)
      .map(quantity => ({ ...quantity, line: lineOf(quantity.index), isSaid: false }))),
    ...numbers.filter(({ value, unit, beside }) => !hasNumber(value, unit, beside, ledger))
      .map(({ value, unit = '', line }) => ({ quote: `${value}${unit}`, number: `${value}`, isChinese: false, line, isSaid: false })),
    ...saidParagraphs(note).flatMap(({ text, lineOf }) => unknownQuantities(text, ledger, everydayWords)
      .map(quantity => ({ ...quantity, line: noteLineAt(source, 0) + lineOf(quantity.index), isSaid: true }))),
  ]
}

/** One finding for each figure, wherever it stands, at the first place: its entry is to be pasted once. */
function unaccountedFindings(unaccounted: Place[], root: string): Finding[] {
  const places = unaccounted.map((figure) => {
    const quote = narrow(figure.quote)
    return { ...figure, right: /\p{Script=Han}/u.test(figure.slide.source.raw) ? withRightRanges(quote) : quote }
  })
  return places.filter(({ right }, index) => places.findIndex(other => other.right === right) === index).map(({ slide, quote, right, line, isSaid, key, place }) => {
    const others = [...new Set(places.filter(other => other.right === right && other.place !== place).map(({ place, isSaid }) => `${place}${isSaid ? '的讲稿' : ''}`))]
    return {
      file: nameOf(slide.source.filepath, root),
      line,
      slide: slideName(slide),
      message: `${isSaid ? '讲稿里的' : ''}“${quote}”不在数字台账里${others.length > 0 ? `（还在 ${others.join('、')}）` : ''}；`
        + `${right === narrow(quote) ? '' : `请先写成“${right}”；`}写错了，请与 ${LEDGER}、画面、讲稿三处核对，改成一致；`
        + `是新的数，请把下面几行贴进 ${LEDGER}，再补全：\n${entryFor(right, key)}`,
    }
  })
}

/** The lines of a ledger's new entry, indented as a part of the report; a date or a range is a value as a whole */
function entryFor(figure: string, key: string): string {
  const plain = figure.replaceAll(',', '')
  const amount = /^\d+[年月]/.test(plain) ? undefined : plain.match(/^([-−]?\d+(?:\.\d+)?)\D*$/)?.[1]
  const number = amount?.replace('−', '-') ?? ''
  const value = !amount ? figure : String(Number(number)) === number ? Number(number) : number
  const unit = amount && plain.slice(amount.length)
  const entry = { value, ...unit && { unit }, counts: '【待核：数的是什么】', source: '【待核：原文出处】' }
  return stringify({ [key]: entry }, { singleQuote: true, lineWidth: 0 }).trimEnd().replace(/^/gm, '      ')
}

/** How a figure would be written as the entry has it; nothing if the two aren't written alike: 698户, 第四名, 2月3日 */
export function newNumber({ quote, number, isChinese }: Unaccounted, entry: LedgerEntry): string | undefined {
  const form = isChinese && !entry.written ? readAloud(written(entry)) : written(entry)
  const [from, to] = [narrow(quote), form].map(text => text.replace(NUMERAL, '#'))
  const isAlike = from === '#' || to === '#' ? from === to : from.startsWith(to) || to.startsWith(from)
  if (!isAlike || /^[-−]/.test(number) !== /^[-−]/.test(form))
    return
  const numerals = form.match(NUMERAL) ?? []
  return narrow(number).replace(NUMERAL, (old) => {
    const numeral = numerals.shift() ?? ''
    return old.includes(',') ? inThousands.format(Number(numeral)) : numeral
  })
}

/** What a note says, paragraph by paragraph, and the note's line, from 0, on which a character of it stands */
function saidParagraphs(note: string | undefined): { text: string, lineOf: (index: number) => number }[] {
  return paragraphsOf(parseNote(note), false).map(({ runs }) => {
    const said = runs.filter(isSaid)
    return {
      text: said.map(({ text }) => text).join(''),
      lineOf(index) {
        let before = 0
        const run = said.find(({ text }) => (before += text.length) > index)
        return run ? (run.line ?? 0) + linesIn(run.text.slice(0, index - before + run.text.length)) : 0
      },
    }
  })
}
