import type { Deck } from 'slidev-addon-speech/deck'
import type { ExportOptions } from './export-options'
import type { PrintedStep } from './print'
import { readBuildInfo } from 'slidev-addon-speech/build-info'
import { root } from 'slidev-addon-speech/deck'
import { shownData } from 'slidev-addon-speech/pending'
import { bookmarksOf } from './bookmarks'
import { finishPdf } from './finish-pdf'
import { printPdf } from './print'

/**
 * The deck as a document, from a build of it: dated by the last commit, so that equal decks give equal files.
 *
 * @param deck as parsed
 * @param site folder of its build
 * @param slides numbers of those to print
 * @param options what to print of them
 */
export async function makePdf(deck: Deck, site: string, slides: number[], options: Pick<ExportOptions, 'sheet' | 'withClicks'>): Promise<Uint8Array> {
  const { pdf, steps } = await printPdf({ ...options, site, slides })
  const { title, info, author, keywords } = shownData(deck.headmatter) as Record<string, string | undefined>
  const { date, changed } = readBuildInfo(root)
  return finishPdf(pdf, {
    title: title ?? '',
    author,
    subject: info,
    keywords: keywords?.split(/[,，、]/),
    date: date && !changed ? new Date(date) : undefined,
    language: 'zh-CN',
    bookmarks: bookmarksOf(deck.slides.map(({ index, title, frontmatter }) => ({ page: index + 1, ...frontmatter, title }))),
    // a handout has as many slides on a page as fit
    pages: options.sheet === 'slides'
      ? { labels: steps.map(labelOf), ofSlide: slide => steps.findIndex(step => step.slide === slide) }
      : { destinationOf: slide => `slide-${slide}` },
  })
}

/** What a printed step is called: `7`, or `7-1` after its first click */
export function labelOf({ slide, click }: PrintedStep): string {
  return click ? `${slide}-${click}` : String(slide)
}
