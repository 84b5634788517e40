export function median(values: number[]): number {
  return quantile(values, 0.5)
}

/** The value that a share of all, e.g. 0.95, does not exceed */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** `median (least–most)`; a single value as it is */
export function summary(values: number[], digits = 1): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(value => value.toFixed(digits))
  return values.length === 1 ? least : `${median(values).toFixed(digits)} (${least}–${most})`
}
