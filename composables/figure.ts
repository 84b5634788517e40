/** The most decimals a figure may show */
export const MAX_DECIMALS = 6

/** How many decimals a number shows when written out: 1.4 → 1, 382 → 0 */
export function decimalsOf(value: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e')
  const written = mantissa.split('.')[1]?.length ?? 0
  return Math.max(0, written - Number(exponent))
}

/**
 * A figure in digits, by the habits of Chinese print: thousands are grouped
 * from 10,000 up only, the minus sign is U+2212.
 */
export function formatFigure(value: number, decimals = decimalsOf(value)): string {
  return new Intl.NumberFormat('zh-CN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: Math.abs(value) >= 10_000,
  })
    .formatToParts(value)
    .map(({ type, value }) => type === 'minusSign' ? '\u2212' : value)
    .join('')
}

/**
 * What is wrong with a figure, in a sentence for the person who typed it;
 * undefined if nothing is.
 */
export function figureFault(value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return `须是一个有限的数，而不是 ${typeof value === 'string' ? JSON.stringify(value) : String(value)}；请写阿拉伯数字，不带引号和单位`
  if (Math.abs(value) >= 2 ** 53)
    return `${value} 太大，已不能精确表示；请换用更大的单位（如万、亿）`
  if (decimalsOf(value) > MAX_DECIMALS)
    return `${value} 的小数超过 ${MAX_DECIMALS} 位；请四舍五入`
}
