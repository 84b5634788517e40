import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A number that a text says as a quantity, rank or date */
export interface Quantity {
  /** Where it begins in the text */
  index: number
  /** The number as it stands there, with its multiplier or measure: 1.4亿, 3—5万, 2月3日, 第四, 一个多月 */
  number: string
  /** The same with the whole word that follows, as a message quotes it: 1.4亿元 */
  quote: string
  /** Whether it is written in Chinese characters */
  isChinese: boolean
}

const EVERYDAY_WORDS = readWords(new URL('everyday-words.yaml', import.meta.url))

/**
 * The everyday words that a YAML file lists under `uncounted`: they hold a numeral and count nothing.
 *
 * @param file may hold lists in lists
 */
export function readWords(file: URL | string): string[] {
  const { uncounted } = parse(readFileSync(file, 'utf8')) as { uncounted?: unknown }
  return [uncounted ?? []].flat(3).map(String)
}

/** The same of a deck's own words.yaml; none without one */
export function ownEverydayWords(root: string): string[] {
  const file = join(root, 'words.yaml')
  return existsSync(file) ? readWords(file) : []
}

const PLACES = '(?:个百分点|百分点|[%％‰]|[百千万亿]+)?'
const UNSIGNED = '\\d+(?:,\\d+)*(?:\\.\\d+)?'
const ARABIC = `(?:(?<![\\w%％）)])[-−])?${UNSIGNED}`
const DATE = '(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}[日号])?|\\d{4}年|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}'
const TO = '(?:[~～—–〜-]+|至|到)'
/** A date, a number, or a range of either, which is one quantity */
const QUANTITY = new RegExp(`(?:${DATE})(?:${TO}(?:${DATE}|\\d{1,2}日))?|${ARABIC}${PLACES}(?:${TO}${UNSIGNED}${PLACES})?年?`, 'g')

const LATIN_UNITS = '(?:[kcm]?m|[km]?g|ml|[KMGTk]B|[MG]bps|k?Wh?|Hz|[LlV])(?![A-Za-z])'

/** Digits that count nothing: they name, order or address something */
const NO_QUANTITIES = [
  /(?:https?:\/\/|www\.)[\x21-\x7E]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, // addresses
  /[\w%-]+\.(?:jpe?g|png|gif|svg|webp|avif|pdf|docx?|xlsx?|pptx?|mp[34]|wav|webm|html?|md|zip|txt|csv)\b/gi,
  /[/\\][^\s，。；、：！？“”《》]+\.\w{2,5}\b/g, // paths
  /[〔[（(［](?:19|20)\d\d[〕\]）)］]\s*第?\d+号/g, // 〔2026〕12号
  /\b[A-Z]{2,4}(?:\/[A-Z])?\s?\d+(?:\.\d+)?(?:[-—]\d{4})?/g, // GB/T 9704—2012
  /(?<![\d:：])\d{1,2}[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:：])/g, // 9:30
  /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)|\d{3,8}(?=热线)/g, // telephones
  /(?<=(?:电话|热线|拨打|邮编|账号|编号|号码|房间|QQ|微信)[:：为是]?\s?)\d[\d-]*/g,
  /\b[A-Z][A-Z-]*\d[\w.-]*/gi, // A4, T3, K-12
  new RegExp(`(?<![\\d.,])\\d+(?:\\.\\d+)?(?!${LATIN_UNITS})[A-Za-z]+`, 'g'), // 5G, 3D
  /^[ \t]*(?:[（(]?\d{1,2}[)）]|\d{1,2}(?:、|[.．](?!\d)))/gm, // 1. （1） 1、 before an item
  /[（(［[]\d{1,2}[)）\]］]/g,
  /第\d+(?:[点条项步章节页款题幅讲]|个?方面|部分)/g,
  /附[件表]\d+/g,
]

const DIGITS = '〇零一二两三四五六七八九'
const NUMERAL = `[${DIGITS}十百千万亿]+(?:点[〇零一二三四五六七八九]+)?`
const MEASURE = '(?:个(?:百分点|多?月|小时|星期|工作日)?|[名位所条项次期节件天户倍种家座届级人年月日周岁份支批套台辆张间层轮场校县区镇村元里亩吨类门册篇课班组队分秒]|学[年期]|分钟|小时|公里|平方米)'
/** 一个 and 一位 say no more than “a”; a time they measure */
const TIME = '(?:个?多?(?:月|星期|小时)|周|学期|分钟|[年天]多)'
const CHINESE = new RegExp([
  `第${NUMERAL}${MEASURE}?`,
  `[百千]分之${NUMERAL}`,
  `${NUMERAL}分之${NUMERAL}`,
  `(?:[${DIGITS}]?[十百千万亿])+[${DIGITS}][十百千万亿]*[${DIGITS}]?[多余来几]?${MEASURE}?`,
  `[二两三四五六七八九][十百千万亿]+[多余来几]?${MEASURE}?`,
  `[${DIGITS}]{4}年`,
  `一${TIME}`,
  `(?<=提前|推迟|延长|历时|用时|不到|超过|为期)一[年天]`,
  `(?!一(?![十百千万亿]))(?=[${DIGITS}十]|[百千万][名余多所个户场家])${NUMERAL}[多余来几]?${MEASURE}`,
].map(alternative => `(?:${alternative})`).join('|'), 'g')

/** 第一， that opens a point; the numeral of a weekday, a grade, an item */
const NO_CHINESE_QUANTITIES = [
  new RegExp(`(?<=^|[。；：！？，\\s“（])第${NUMERAL}(?=[，、：:])`, 'gm'),
  new RegExp(`(?<=星期|礼拜|[周初高大])[一二三四五六日](?![${DIGITS}十百千万亿])`, 'g'),
  new RegExp(`[（(]${NUMERAL}[)）]|^[ \\t]*${NUMERAL}、`, 'gm'),
]

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The quantities that a text says, in Arabic numerals of either width or in Chinese, in order.
 *
 * @param text plain, without markup
 * @param everydayWords more of them than the common ones
 */
export function quantitiesIn(text: string, everydayWords: string[] = []): Quantity[] {
  const plain = narrow(text)
  const found: Quantity[] = []
  const add = (pattern: RegExp, from: string, isChinese: boolean) => {
    for (const { index, 0: number } of from.matchAll(pattern))
      found.push({ index, number: text.slice(index, index + number.length), quote: quoteOf(text, index, number.length), isChinese })
  }
  const arabic = masked(plain, NO_QUANTITIES)
  add(QUANTITY, arabic, false)
  const words = [...EVERYDAY_WORDS, ...everydayWords].toSorted((one, other) => other.length - one.length)
  const chinese = masked(arabic, [QUANTITY, new RegExp(words.map(escape).join('|'), 'g'), ...NO_CHINESE_QUANTITIES])
  add(CHINESE, chinese, true)
  return found.sort((one, other) => one.index - other.index)
}

/** Full-width digits as half-width ones, in the same places */
export function narrow(text: string): string {
  return text.replace(/[\uFF10-\uFF19\uFF05]|(?<=[\uFF10-\uFF19\d])\uFF0E(?=[\uFF10-\uFF19\d])/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xFEE0))
}

function masked(text: string, patterns: RegExp[]): string {
  return patterns.reduce((text, pattern) => text.replace(pattern, match => '\uFFFC'.repeat(match.length)), text)
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A number with the whole word that stands behind it, and the next one if the first is short: 3.2个百分点, 三个学段 */
function quoteOf(text: string, index: number, length: number): string {
  const quoted = text.slice(index, index + length)
  if (/[年月日号%％‰]$/.test(quoted))
    return quoted
  const following = text.slice(index + length, index + length + 24).match(/^[\p{Script=Han}a-z]+/iu)?.[0] ?? ''
  const [word = '', next = ''] = [...WORDS.segment(following)].map(({ segment }) => segment)
  const isShort = /^[个多余]$/.test(word) || (/\D$/.test(quoted) && word.length === 1)
  return quoted + word + (isShort ? next : '')
}
