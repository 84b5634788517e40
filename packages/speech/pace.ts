import type { Note } from './note'
import { spokenByClick } from './note'

/** Characters a minute at which a formal speech is read; `pace` in the headmatter sets another */
export const DEFAULT_PACE = 200

/** Behind or ahead by less than this, in seconds, counts as on time */
const TOLERANCE = 10

/** Seconds that each click step of each slide is planned to take */
export type Plan = number[][]

/** Where the speech stands beside its plan; all in seconds */
export interface Progress {
  /** The whole speech as planned */
  total: number
  /** When this slide is planned to begin and to end, counted from the beginning of the speech */
  slide: { start: number, end: number }
  /** Behind the plan if positive, ahead of it if negative; 0 while inside this step's time */
  lag: number
  /** From now to the end, if the rest goes as planned */
  remaining: number
}

/**
 * The time that a speech takes, as its notes say it.
 *
 * @param notes the note of each slide, in order
 * @param pace characters a minute
 */
export function planOf(notes: Note[], pace: number): Plan {
  return notes.map(note => spokenByClick(note).map(length => length / pace * 60))
}

/**
 * @param plan as planOf gives it
 * @param elapsed seconds since the speech began
 * @param page page number, from 1
 * @param click click step; steps beyond the note's own count as its last
 */
export function progressOf(plan: Plan, elapsed: number, page: number, click: number): Progress {
  const before = sum(plan.slice(0, page - 1).flat())
  const steps = plan[page - 1] ?? [0]
  const step = Math.min(click, steps.length - 1)
  const start = before + sum(steps.slice(0, step))
  const end = start + steps[step]
  const total = sum(plan.flat())

  return {
    total,
    slide: { start: before, end: before + sum(steps) },
    lag: elapsed > end ? elapsed - end : Math.min(0, elapsed - start),
    remaining: total - Math.min(Math.max(elapsed, start), end),
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** A span of time as a clock shows it: 0:03, 12:40, 1:02:03 */
export function formatSpan(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** Whether a speech that is behind its plan by so many seconds, or ahead if negative, counts as on time */
export function isOnTime(lag: number): boolean {
  return Math.abs(lag) < TOLERANCE
}

/** What is wrong with `pace` in the headmatter, in a sentence for the person who typed it; undefined if nothing is */
export function paceFault(pace: unknown): string | undefined {
  if (pace !== undefined && !(typeof pace === 'number' && pace >= 50 && pace <= 500))
    return `pace 须是每分钟念的字数，50 到 500 之间的数，而不是 ${JSON.stringify(pace)}；请改正，正式讲话一般写 ${DEFAULT_PACE}`
}
