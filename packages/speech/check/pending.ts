import type { SlideInfo } from '@slidev/types'
import type { Finding } from './finding'
import type { Vocabulary } from './vocabulary'
import { pendingIn, withoutPending } from '../pending'
import { slideName } from './finding'
import { lineAt } from './position'
import { nameOf } from './read-deck'
import { shownOf } from './shown'

/** A 【待核：…】 of the deck */
export interface PendingPlace extends Required<Pick<Finding, 'file' | 'line' | 'slide'>> {
  /** What is to be confirmed; empty where it doesn't say */
  words: string
  /** `shown`: in frontmatter or content, from where an audience must not see it */
  part: 'shown' | 'note'
}

/**
 * Everything that slides and notes leave to be confirmed, slide by slide.
 *
 * @param slides as Slidev parses them
 * @param root folder of slides.md
 */
export function pendingPlaces(slides: SlideInfo[], root: string): PendingPlace[] {
  return slides.flatMap((slide) => {
    const { source } = slide
    const note = source.note === undefined ? source.raw.length : source.raw.lastIndexOf('<!--')
    return [...source.raw.matchAll(/【待核[^】]*】/g)].map(({ index, 0: mark }) => ({
      file: nameOf(source.filepath, root),
      line: lineAt(source, index),
      slide: slideName(slide),
      words: pendingIn(mark).join(''),
      part: index > note ? 'note' as const : 'shown' as const,
    }))
  })
}

/** A slide that has nothing but 【待核：…】 to show: its audience would see an empty one. */
export function emptyFindings(slide: SlideInfo, vocabulary: Vocabulary, root: string): Finding[] {
  const [place] = pendingPlaces([slide], root).filter(({ part }) => part === 'shown')
  const { content, source } = slide
  const { texts, numbers } = shownOf(slide, vocabulary)
  const isEmpty = texts.every(({ text }) => withoutPending(text) === '')
    && numbers.length + (source.images ?? []).length === 0
    && withoutPending(content).replace(/<w?br\b[^>]*>|[#*\s]/g, '') === '' // nor a picture, a component, code
  return place && isEmpty
    ? [{ file: place.file, line: place.line, slide: place.slide, message: '这一页除了【待核】没有别的，放映时不显示【待核】，画面是空的；请写上能放映的内容，或删去这一页' }]
    : []
}
