/** A stopwatch as a record that windows can share and a reload can't harm; times in ms since 1970 */
export interface ClockState {
  /** Begin of the run, moved on by its pauses; 0 before the run */
  startedAt: number
  /** Begin of the present pause; 0 if there is none */
  pausedAt: number
}

export const STOPPED: ClockState = { startedAt: 0, pausedAt: 0 }

/** Hours after which a run is one that somebody forgot */
const FORGOTTEN_AFTER = 4

export function started(now: number): ClockState {
  return { startedAt: now, pausedAt: 0 }
}

export function paused({ startedAt }: ClockState, now: number): ClockState {
  return { startedAt, pausedAt: now }
}

export function resumed({ startedAt, pausedAt }: ClockState, now: number): ClockState {
  return { startedAt: startedAt + now - pausedAt, pausedAt: 0 }
}

/**
 * Whether between two looks at the time the computer slept, or somebody set its clock: time in which nobody spoke.
 * A window that is hidden still looks once a minute.
 */
export function jumped(previous: number, now: number): boolean {
  return now - previous > 90_000 || now - previous < -1000
}

/** Milliseconds of the run without its pauses; 0 before it */
export function elapsed({ startedAt, pausedAt }: ClockState, now: number): number {
  return startedAt ? Math.max(0, (pausedAt || now) - startedAt) : 0
}

/** Whether a run was left over from a rehearsal, or another day */
export function isForgotten({ startedAt }: ClockState, now: number): boolean {
  return startedAt > 0 && now - startedAt > FORGOTTEN_AFTER * 3600_000
}
