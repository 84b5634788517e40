import { chineseDigits, chineseNumeral } from './chinese-numeral'

/** What is counted with 两 instead of 二; not months, days, classes or scores */
const MEASURES = '个人名位所条项次期节件天户倍本种家座门场支份对套台辆张层间岁周元届批轮方面'

/** A figure with its sign and per cent mark */
const FIGURE = /[-\u2212]?\d[\d,]*(?:\.\d+)?[%％‰]?/g

/**
 * A text with its figures as they are spoken: 1.4亿元 → 一点四亿元, 2月3日 → 二月三日, 28.6% → 百分之二十八点六.
 * Years, and figures too long to be counted, are read digit by digit.
 */
export function readAloud(text: string): string {
  return text
    .replace(/(\d{1,2})[:：]([0-5]\d)(?!\d)/g, (_, hour, minute) => `${chineseNumeral(Number(hour))}点${minuteAloud(minute)}`)
    .replace(/([\d%％‰万亿])[～~—](?=\d)/g, '$1到')
    .replace(FIGURE, (figure, at: number, whole: string) => figureAloud(figure, whole.slice(0, at), whole.slice(at + figure.length)))
}

function minuteAloud(minute: string): string {
  if (minute === '00')
    return '整'
  return `${minute.startsWith('0') ? '零' : ''}${chineseNumeral(Number(minute))}分`
}

function figureAloud(figure: string, before: string, after: string): string {
  const sign = /^[-\u2212]/.test(figure) ? '负' : ''
  const share = { '%': '百分之', '％': '百分之', '‰': '千分之' }[figure.at(-1)!] ?? ''
  const [whole, decimals] = figure.replace(/[^\d.]/g, '').split('.')

  if (!decimals && isYear(whole, after))
    return chineseDigits(whole)
  if (whole.length > 12 || /^0\d/.test(whole))
    return chineseDigits(whole, '零')
  if (decimals)
    return `${share}${sign}${chineseNumeral(Number(whole))}点${chineseDigits(decimals, '零')}`

  const numeral = chineseNumeral(Number(whole))
  if (numeral === '二' && !share && isCounted(before, after))
    return `${sign}两`
  return `${share}${sign}${numeral.replace(/^二(?=[千万亿])/, '两')}`
}

/** 2035年, 《中国教育现代化2035》, 〔2023〕, the first of 2021—2023年; but not 2035人 */
function isYear(whole: string, after: string): boolean {
  return /^(?:19|20)\d\d$/.test(whole) && /^(?:[年》〕”]|[—～~到至-]+(?:19|20)\d\d年)/.test(after)
}

/** 2次, 2万, 2个月; but not 第2次, 2月, 2年级 */
function isCounted(before: string, after: string): boolean {
  return !before.endsWith('第') && (/^[千万亿]/.test(after) || MEASURES.includes(after.charAt(0) || ' ') || /^(?:年(?!级)|分钟|小时)/.test(after))
}
