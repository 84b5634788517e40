const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const GROUPS = ['', '万', '亿']

/**
 * A whole number in Chinese numerals, as it is read aloud: 十二, 一百四十三, 一千零五, 一亿零三十万.
 *
 * @param number from 0 to just below 10¹² (一万亿)
 * @throws RangeError for anything else
 */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= 1e12)
    throw new RangeError(`只能读 0 到一万亿以内的整数，而不是 ${number}`)
  if (number === 0)
    return DIGITS[0]

  let numeral = ''
  let gap = false
  for (let power = 11; power >= 0; power--) {
    const digit = Math.floor(number / 10 ** power) % 10
    if (digit > 0)
      numeral += (gap && numeral ? '零' : '') + DIGITS[digit] + PLACES[power % 4]
    gap = digit === 0
    // zeros at the end of a group are not read
    if (power % 4 === 0 && Math.floor(number / 10 ** power) % 1e4 > 0) {
      numeral += GROUPS[power / 4]
      gap = false
    }
  }
  return numeral.replace(/^一十/, '十')
}

/** Digits read one by one, as in years: 2035 → 二〇三五. */
export function chineseDigits(digits: string, zero = '〇'): string {
  return Array.from(digits, digit => digit === '0' ? zero : DIGITS[Number(digit)]).join('')
}
