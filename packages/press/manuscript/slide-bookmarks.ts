import type { ManuscriptParagraph } from './manuscript'
import { createHash } from 'node:crypto'
import { isShown } from './manuscript'

/** A slide as a manuscript has it */
export interface SlideText {
  page: number
  /** Of its part and chapter, if it opens one, as the manuscript writes them */
  headings: { kind: 'part' | 'chapter', text: string }[]
  /** What its note says, paragraph by paragraph, with 【待核】 and without the speaker's own marks */
  paragraphs: string[]
}

/** A manuscript's paragraphs by the slides that they are said on, in order; those that say nothing are left out. */
export function slideTexts(paragraphs: ManuscriptParagraph[]): SlideText[] {
  const pages = [...new Set(paragraphs.map(({ page }) => page))]
  return pages.map((page) => {
    const own = paragraphs.filter(paragraph => paragraph.page === page)
    const textOf = ({ runs }: ManuscriptParagraph) => inOneLine(runs.filter(isShown).map(({ text }) => text).join(''))
    return {
      page,
      headings: own.flatMap(paragraph => paragraph.kind === 'part' || paragraph.kind === 'chapter' ? [{ kind: paragraph.kind, text: textOf(paragraph) }] : []),
      paragraphs: own.filter(({ kind }) => kind === 'words' || kind === 'salutation').map(textOf).filter(Boolean),
    }
  })
}

/** A break within a paragraph says nothing: it is none, or a space between two Latin words, as for what comes back from Word. */
function inOneLine(text: string): string {
  return text.replace(/([\x21-\x7E]?)[ \t]*\n\s*([\x21-\x7E]?)/g, (_, last: string, next: string) => last && next ? `${last} ${next}` : last + next)
}

/** What tells a wording from another */
export function fingerprint(paragraphs: string[]): string {
  return createHash('sha256').update(paragraphs.join('\n')).digest('hex').slice(0, 12)
}

/**
 * The name of the bookmark over a slide's words: Word hides names that begin with `_`. It remembers the wording, so that
 * a slide is known when others were put in before it, and a file that comes back late doesn't undo what the deck learnt
 * meanwhile.
 */
export function bookmarkName(page: number, paragraphs: string[]): string {
  return `_slide${page}_${fingerprint(paragraphs)}`
}

/** The page and the wording of a bookmark; undefined if it isn't one of ours */
export function parseBookmark(name: string): { page: number, wording: string } | undefined {
  const [, page, wording] = /^_slide(\d+)_([0-9a-f]{12})$/.exec(name) ?? []
  return page ? { page: Number(page), wording } : undefined
}
