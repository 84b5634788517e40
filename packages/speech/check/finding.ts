import type { SlideInfo } from '@slidev/types'
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
 * @param language of who reads them
 */
export function reportOf(findings: Finding[], language: 'zh' | 'en' = 'zh'): string {
  if (findings.length === 0)
    return ''
  return listOf(findings, language === 'zh' ? `有 ${findings.length} 处要改：` : `${findings.length} to mend:`, language)
}

/** The same of findings that stop nothing */
export function remindersOf(findings: Finding[]): string {
  return listOf(findings, `讲稿里有 ${findings.length} 处提醒，画面不受影响：`, 'zh')
}

function listOf(findings: Finding[], head: string, language: 'zh' | 'en'): string {
  return [head, ...findings.map(({ message, speakerOnly, ...place }) => `  ${placeOf(place, language)}\n    ${message}`)].join('\n\n')
}

function placeOf({ file, line, slide }: Omit<Finding, 'message'>, language: 'zh' | 'en'): string {
  return language === 'zh'
    ? `${file} 第 ${line} 行${slide ? `，第 ${slide.page} 页${slide.title && `《${slide.title}》`}` : ''}`
    : `${file}, line ${line}${slide ? `, slide ${slide.page}${slide.title && ` “${slide.title}”`}` : ''}`
}
