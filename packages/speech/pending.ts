import type { SlideInfo } from '@slidev/types'

/** 【待核：…】: what the bureau has yet to confirm or fill in; the words are those inside */
const PENDING = /【待核(?:[：:]([^】]*))?】/g

/** What a text leaves to be confirmed, each without its mark; empty if nothing */
export function pendingIn(text: string): string[] {
  return [...text.matchAll(PENDING)].map(([, words = '']) => words.trim())
}

/** A text as an audience may see it: without 【待核：…】, and nothing in its place */
export function withoutPending(text: string): string {
  return text.replace(PENDING, '').trim()
}

/** The same of data, however deep its texts lie */
export function shownData<T>(data: T): T {
  if (typeof data === 'string')
    return (pendingIn(data).length > 0 ? withoutPending(data) : data) as T
  if (Array.isArray(data))
    return data.map(item => shownData(item)) as T
  return data && typeof data === 'object'
    ? Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shownData(value)])) as T
    : data
}

/** All that a slide and its note leave to be confirmed */
export function pendingOf({ note = '', content, frontmatter }: Pick<SlideInfo, 'note' | 'content' | 'frontmatter'>): string[] {
  return pendingIn([note, content, JSON.stringify(frontmatter)].join('\n'))
}
