const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/**
 * A whole number from 1 to 99 in Chinese numerals: 一, 十, 十二, 二十, 九十九.
 *
 * @throws RangeError for anything else
 */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99)
    throw new RangeError(`序号须是 1 到 99 的整数，而不是 ${number}`)

  const tens = Math.floor(number / 10)
  const ones = DIGITS[number % 10]
  if (tens === 0)
    return ones
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones}`
}
