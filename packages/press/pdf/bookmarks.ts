import type { OutlineSlide } from 'slidev-addon-speech/outline'
import { chineseNumeral } from 'slidev-addon-speech/chinese-numeral'
import { wordsOf } from 'slidev-addon-speech/markdown'
import { outlineOf, placeOf } from 'slidev-addon-speech/outline'
import { shownData } from 'slidev-addon-speech/pending'

export interface Bookmark {
  title: string
  /** The slide that it leads to */
  slide: number
  children: Bookmark[]
}

/** Bookmarks for a deck: part → chapter → slide; slides outside the parts stand beside them. */
export function bookmarksOf(deck: OutlineSlide[]): Bookmark[] {
  const slides = deck.map(slide => shownData({ ...slide, title: wordsOf(slide.title) }))
  const parts = outlineOf(slides)
  const lastPage = slides.findLast(({ layout }) => layout !== 'closing')?.page ?? 0
  const bookmarks: Bookmark[] = []

  for (const { page, title } of slides) {
    const { part, chapter } = placeOf(parts, page, lastPage)
    if (part?.page === page) {
      bookmarks.push({ title: `第${chineseNumeral(part.number)}部分 ${part.title}`, slide: page, children: [] })
      continue
    }
    let level = part ? bookmarks.at(-1)!.children : bookmarks
    if (chapter?.page === page)
      level.push({ title: `（${chineseNumeral(chapter.number)}）${chapter.title}`, slide: page, children: [] })
    if (chapter)
      level = level.at(-1)!.children
    level.push({ title, slide: page, children: [] })
  }
  return bookmarks
}
