import type { Deck } from 'slidev-addon-speech/deck'
import process from 'node:process'
import { say } from '../languages/say'

/** Which part of the deck a copy holds, and for whom it is */
export interface Copy {
  /** As `3-8` or `1,5,9-12`, by the pages of the whole deck; all slides without it */
  range?: string
  /** For the audience: without notes, and without slides that say `internal: true` */
  attendees: boolean
}

/** The options by which each command that hands the deck out names a copy */
export const COPY_OPTIONS = {
  'attendees': { type: 'boolean', default: false },
  'without-notes': { type: 'boolean', default: false }, // the same, by its older name
  'range': { type: 'string' },
} as const

/** The copy that a command's options ask for */
export function copyOf({ attendees, 'without-notes': withoutNotes, range }: { 'attendees': boolean, 'without-notes': boolean, 'range'?: string }): Copy {
  return { attendees: attendees || withoutNotes, range }
}

/** All of it, for the speaker */
export const WHOLE: Copy = { attendees: false }

/**
 * The deck as a copy holds it: its slides, numbered anew, without their notes where it is for attendees.
 *
 * @throws an error that says what to do if nothing is left, or the range is none of this deck's
 */
export function deckOf<D extends Pick<Deck, 'slides'>>(deck: D, { range, attendees }: Copy): D {
  const numbers = slidesInRange(range, deck.slides.length).filter(no => !attendees || deck.slides[no - 1].frontmatter.internal !== true)
  if (numbers.length === 0)
    throw new Error(say.copy.nothingLeft)
  return withSlides(deck, numbers, attendees)
}

/**
 * The slides of a range, in order.
 *
 * @param range as `3-8` or `1,5,9-12`; all slides without it
 * @throws an error that says how many slides there are
 */
export function slidesInRange(range: string | undefined, total: number): number[] {
  const parts = range?.split(',').map(part => part.trim().match(/^(\d+)(?:-(\d+))?$/)) ?? [['', '1', String(total)]]
  const spans = parts.map(part => part ? [Number(part[1]), Number(part[2] ?? part[1])] : [])
  if (spans.some(([from, to]) => !(from >= 1 && from <= to && to <= total)))
    throw new Error(say.copy.range(String(range), total))
  return Array.from({ length: total }, (_, index) => index + 1).filter(no => spans.some(([from, to]) => no >= from && no <= to))
}

function withSlides<D extends Pick<Deck, 'slides'>>(deck: D, numbers: number[], attendees: boolean): D {
  const slides = numbers.map((no, index) => ({ ...deck.slides[no - 1], index, ...attendees && { note: undefined } }))
  return { ...deck, slides }
}

const RANGE = 'DECK_RANGE'
const ATTENDEES = 'DECK_ATTENDEES'

/** What tells a build, which runs in a process of its own, to make a copy; see plugin.ts */
export function environmentOf({ range, attendees }: Copy): NodeJS.ProcessEnv {
  return { [RANGE]: range ?? '', [ATTENDEES]: attendees ? '1' : '' }
}

/** The copy that this process makes, should it be a build */
export function copyHere(): Copy {
  return { range: process.env[RANGE] || undefined, attendees: Boolean(process.env[ATTENDEES]) }
}
