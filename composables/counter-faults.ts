import { figureFault, MAX_DECIMALS } from './figure'

/** The numeric props of a counter, as far as they are given */
export interface CounterNumbers {
  value?: unknown
  from?: unknown
  decimals?: unknown
  at?: unknown
  duration?: unknown
  delay?: unknown
}

/**
 * What is wrong with a counter's numbers, each in a sentence that names the
 * property, for the person who typed it; empty if nothing is.
 */
export function counterFaults({ value, from, decimals, at, duration, delay }: CounterNumbers): string[] {
  const faults = [
    ['value', figureFault(value)],
    ['from', from === undefined ? undefined : figureFault(from)],
    ['decimals', wholeNumberFault(decimals, 0, MAX_DECIMALS)],
    ['at', wholeNumberFault(at, 1)],
    ['duration', durationFault(duration)],
    ['delay', durationFault(delay)],
  ]
  return faults.filter(([, fault]) => fault).map(([property, fault]) => `${property} ${fault}`)
}

function wholeNumberFault(value: unknown, least: number, most = Number.POSITIVE_INFINITY): string | undefined {
  if (value !== undefined && !(Number.isInteger(value) && Number(value) >= least && Number(value) <= most))
    return `须是${least}${most < Number.POSITIVE_INFINITY ? `到${most}` : '以上'}的整数，而不是 ${String(value)}`
}

function durationFault(value: unknown): string | undefined {
  if (value !== undefined && !(Number.isFinite(value) && Number(value) >= 0))
    return `须是毫秒数，0 或更大，而不是 ${String(value)}`
}
