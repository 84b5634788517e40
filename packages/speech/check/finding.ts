import type { SlideInfo } from '@slidev/types'
import { say } from '../languages/say'
import { wordsOf } from '../markdown'

/** Something in the deck's files that a person has to mend */
export interface Finding {
  /** Relative to the deck, with forward slashes */
  file: string
  /** From 1 */
  line: number
  /** Where it is one slide's */
  slide?: { page: number, title: string }
  /** What is wrong, and how to mend it */
  message: string
  /** Seen in the speaker's own windows alone, which get by with it: told, but it stops only what prints the notes */
  speakerOnly?: true
}

/** Whether the slides can't be shown before this is mended */
export function stopsSlides({ speakerOnly }: Finding): boolean {
  return !speakerOnly
}

/** How the report names a slide */
export function slideName({ index, title }: Pick<SlideInfo, 'index' | 'title'>): Required<Finding>['slide'] {
  return { page: index + 1, title: wordsOf(title) }
}

/**
 * Everything that is to be mended, place by place, for the person who edits slides; empty if nothing is
 *
 * @param findings in the order in which they are told
 */
export function reportOf(findings: Finding[]): string {
  return findings.length > 0 ? listOf(findings, say.findings.head(findings.length)) : ''
}

/** The same of findings that stop nothing */
export function remindersOf(findings: Finding[]): string {
  return listOf(findings, say.findings.reminders(findings.length))
}

function listOf(findings: Finding[], head: string): string {
  return [head, ...findings.map(({ file, line, slide, message }) => `  ${say.findings.place(file, line, slide)}\n    ${message}`)].join('\n\n')
}
