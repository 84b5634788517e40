import type { SlideInfo } from '@slidev/types'
import { plainText } from '../composables/outline'

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
}

/** How the report names a slide */
export function slideName({ index, title }: Pick<SlideInfo, 'index' | 'title'>): Required<Finding>['slide'] {
  return { page: index + 1, title: plainText(String(title ?? '')) }
}

/** Everything that is to be mended, place by place, for the person who edits slides; empty if nothing is */
export function reportOf(findings: Finding[]): string {
  if (findings.length === 0)
    return ''
  return [`有 ${findings.length} 处要改：`, ...findings.map(({ message, ...place }) => `  ${placeOf(place)}\n    ${message}`)].join('\n\n')
}

function placeOf({ file, line, slide }: Omit<Finding, 'message'>): string {
  return `${file} 第 ${line} 行${slide ? `，第 ${slide.page} 页${slide.title && `《${slide.title}》`}` : ''}`
}
