import type { SlideInfo } from '@slidev/types'
import type { FigureOptions } from './check/figures'
import type { LedgerEntry } from './check/ledger'
import { isMap, isScalar, parseDocument } from 'yaml'
import { slideName } from './check/finding'
import { hasNumber, says, unknownQuantities, written } from './check/ledger'
import { shownOf, stringsIn } from './check/shown'
import { isSaid, paragraphsOf, saidIn } from './note'
import { parseNote } from './notes/parse-note'
import { pendingIn, withoutPending } from './pending'

/** A name that the deck keeps from its source, and why it may be wrong there */
export interface DoubtfulName {
  name: string
  why: string
}

/** What the list is made from besides slides and ledger */
export interface ReviewOptions extends FigureOptions {
  /** To be confirmed wherever a slide or its note has them; default none */
  names?: DoubtfulName[]
  /** Words that hold a numeral and count nothing, besides the common ones; default none */
  everydayWords?: string[]
}

const KINDS = ['拟稿', '待核', '数字', '名称'] as const

/** Something on a slide that a person at the bureau has to confirm or fill in */
interface Item {
  kind: typeof KINDS[number]
  /** What it is, in Chinese, without the kind */
  text: string
}

const HOW_TO_READ = `逐页核对，核过一项勾一项，有改动的写在旁边：

- 拟稿：原文没有，由起草人拟的话，请核定；核定以后删去那一页的 \`draft: true\`。
- 待核：要局里填写或者认定的，写在画面、讲稿的哪一处；＿＿是讲稿里空着的地方。
- 数字：画面和讲稿里的每一个数，数的是什么，见原文哪一处；“一（二）”是原文第一部分的（二），“二”是第二部分。
- 名称：照原文写的，原文可能有误。`

/** What a 【待核】 asks for that doesn't say */
const UNNAMED = '内容待定'
/** Characters that quote a note on either side of a gap, at most */
const QUOTED = 32

/**
 * The list by which the bureau confirms a speech, slide by slide, as Markdown: what is a draft, what is marked 【待核】,
 * every figure with its place in the source, and names that may be wrong. Slides that have none of these are left out.
 *
 * A comment above `draft: true` in a slide's frontmatter says what of it is the draft; without one, all of it.
 *
 * @param deck as Slidev parses it
 * @param deck.slides all of them
 * @param ledger all entries; where several are written the same, a slide that says one lists each
 * @param options what else there is to know
 */
export function reviewList({ slides }: { slides: SlideInfo[] }, ledger: LedgerEntry[], options: ReviewOptions): string {
  const pages = slides.map(slide => ({ ...slideName(slide), items: itemsOf(slide, ledger, options) })).filter(({ items }) => items.length > 0)
  const items = pages.flatMap(({ items }) => items)
  const counts = KINDS.map(kind => ({ kind, count: items.filter(item => item.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${kind} ${count} 项`)
    .join('，')
  return `${[
    '# 核稿清单',
    counts ? `${HOW_TO_READ}\n\n共有${counts}。` : '没有要核的：没有拟稿，没有待核，没有数字，也没有存疑的名称。',
    ...pages.map(({ page, title, items }) =>
      `## 第 ${page} 页${title && `《${title}》`}\n\n${items.map(({ kind, text }) => `- □ ${kind}：${text}`).join('\n')}`),
  ].join('\n\n')}\n`
}

function itemsOf(slide: SlideInfo, ledger: LedgerEntry[], options: ReviewOptions): Item[] {
  const { names = [], everydayWords = [], vocabulary, notShown } = options
  const { frontmatter, content, note = '' } = slide
  const { texts: shown, numbers } = shownOf(slide, vocabulary, notShown)
  const words = [...shown.map(({ text }) => text), saidIn(parseNote(note))]
  const isOnSlide = (entry: LedgerEntry) => words.some(text => says(text, entry))
    || numbers.some(({ value, unit, beside }) => hasNumber(value, unit, beside, [entry]))
  const found = ledger.filter(entry => entry.derived ? termsOf(entry, ledger).every(isOnSlide) : isOnSlide(entry))
  const unknown = [
    ...words.flatMap(text => unknownQuantities(text, ledger, everydayWords)).map(({ quote }) => quote),
    ...numbers.filter(({ value, unit, beside }) => !hasNumber(value, unit, beside, ledger)).map(({ value, unit = '' }) => `${value}${unit}`),
  ]
  const all = (kind: Item['kind'], texts: string[]): Item[] => texts.map(text => ({ kind, text }))
  return [
    ...all('拟稿', frontmatter.draft === true ? [draftOf(slide)] : []),
    ...all('待核', [...pendingInData(frontmatter), ...pendingIn(content).map(what => `${what || UNNAMED}，画面`), ...pendingInNote(note)]),
    ...all('数字', [
      ...found.map(entry => `${written(entry)}，${entry.counts}；${placeOf(entry, ledger)}`),
      ...new Set(unknown.map(quote => `${quote}，数字台账里没有，不知道出处，请查原文`)),
    ]),
    ...all('名称', names.filter(({ name }) => [...stringsIn(frontmatter).map(({ text }) => text), content, note].some(text => text.includes(name)))
      .map(({ name, why }) => `${name}，${why}`)),
  ]
}

/** What of a slide is a draft: the comment above `draft`, or that all of it is */
function draftOf({ source }: SlideInfo): string {
  const { contents } = parseDocument(source.frontmatterRaw ?? '')
  const key = isMap(contents) ? contents.items.map(({ key }) => key).find(key => isScalar(key) && key.value === 'draft') : undefined
  const comment = isScalar(key) ? key.commentBefore : undefined
  return comment?.trim().replaceAll(/\s*\n\s*/g, '') || '全页都是拟的，原文没有'
}

/** What a slide's frontmatter leaves to fill in, each object of it one item; what stands beside it says of what */
function pendingInData(data: unknown, isTop = true): string[] {
  if (typeof data !== 'object' || !data)
    return []
  const values = Object.values(data)
  const own = values.filter(value => typeof value === 'string')
  const pending = own.flatMap(pendingIn).map(what => what || UNNAMED)
  const beside = isTop ? [] : own.map(withoutPending).filter(Boolean)
  return [
    ...pending.length > 0 ? [`${pending.join('、')}，画面${beside.length > 0 ? quoted(beside.join('：')) : ''}`] : [],
    ...values.flatMap(value => pendingInData(value, false)),
  ]
}

/** What a note leaves to fill in, with the words around the gap */
function pendingInNote(note: string): string[] {
  return paragraphsOf(parseNote(note), false).flatMap(({ runs }) => runs.flatMap(({ kind, text }, at) => {
    if (kind !== 'pending')
      return []
    const said = (part: typeof runs) => part.filter(isSaid).map(({ text }) => text).join('')
    const before = said(runs.slice(0, at)).match(/[^，。；：！？]*$/)![0].slice(-QUOTED)
    const after = said(runs.slice(at + 1)).match(/^[^，。；：！？]*/)![0].slice(0, QUOTED)
    return pendingIn(text).map(what => `${what || UNNAMED}，讲稿${quoted(`${before}＿＿${after}`)}`)
  }))
}

/** A text in quotation marks, those inside it made single */
function quoted(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

/** The entries that an entry is computed from: `a / b` */
function termsOf({ derived = '' }: LedgerEntry, ledger: LedgerEntry[]): LedgerEntry[] {
  return derived.split(' / ').flatMap(term => ledger.find(({ key }) => key === term) ?? [])
}

function placeOf(entry: LedgerEntry, ledger: LedgerEntry[]): string {
  return entry.derived ? `原文没有，由 ${termsOf(entry, ledger).map(written).join(' ÷ ')} 算出` : `见原文${entry.source}`
}
