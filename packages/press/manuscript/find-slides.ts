import type { WordParagraph, WordPlace, WordText } from './read-word'
import type { SlideText } from './slide-bookmarks'
import { isPages } from './read-word'
import { fingerprint, parseBookmark } from './slide-bookmarks'

/** A paragraph of the Word file, or a part of one, that is said on one slide; its place is that in the file */
export interface FoundParagraph extends WordPlace {
  /** Without what the manuscript put in: 【拟稿】, and in a copy for the lectern the speaker's own marks */
  text: string
}

/** A slide in the Word file */
export interface FoundSlide {
  page: number
  headings: string[]
  paragraphs: FoundParagraph[]
  /** The wording that the file was made with; undefined if its bookmark is gone */
  wording?: string
}

export interface FoundSlides {
  /** Paragraphs before the first slide: title, subtitle, byline */
  front: WordParagraph[]
  slides: FoundSlide[]
  /** Paragraphs that could as well belong to another slide, by the page that they were put on */
  doubtful: { page: number, text: string }[]
  /** Headings that the deck doesn't have */
  newHeadings: { page: number, text: string }[]
  /** Share of the file's words that the deck's notes have, from 0 to 1 */
  likeness: number
  marked: boolean
}

/** What isn't said; 【待核】 is part of the words as long as it stands */
export const CUE = /【(?!待核)[^】]*】|[／∥]+/g

/** Where a slide starts */
interface Start extends WordPlace {
  page: number
}

/**
 * Finds the slides of a deck in a Word file: by their bookmarks, where one is gone by its number in the margin, where
 * that is gone too by the words.
 *
 * @param word the file
 * @param slides of the deck, as its manuscript has them
 * @param front what stands before the first: title, subtitle, byline
 * @param cues marks that the manuscript may have put into the words
 */
export function findSlides(word: WordText, slides: SlideText[], front: string[], cues: Set<string>): FoundSlides {
  const { paragraphs } = word
  const isCue = ({ text, style, framed }: WordParagraph) => isPages(text) && (framed || style === '幻灯片页码' || pagesIn(text).every(page => slides.some(slide => slide.page === page)))
  const bookmarks = word.bookmarks.flatMap(({ name, ...place }) => ({ ...place, ...parseBookmark(name)! }).page ? [{ ...place, ...parseBookmark(name)! }] : [])
  const pageOf = pagesNow(bookmarks, slides)

  const byBookmark = increasing(bookmarks.flatMap(({ page, paragraph, at, wording }) => {
    const now = pageOf.get(page)
    return now ? [{ page: now, paragraph, at, wording }] : []
  }), start => weight(paragraphs, start, slides))
  const numbers = paragraphs.flatMap((paragraph, index) => isCue(paragraph)
    ? pagesIn(paragraph.text).map(page => ({ page: pageOf.get(page) ?? page, paragraph: index + 1, at: 0 }))
    : [])
    .filter(({ page }) => slides.some(slide => slide.page === page))
  const starts = increasing([
    ...byBookmark,
    ...numbers.filter(({ page, paragraph }) => !byBookmark.some(start => start.page === page)
      && byBookmark.every(start => (start.page < page) === (start.paragraph < paragraph || (start.paragraph === paragraph && start.page < page)))),
  ].sort(inOrder), start => weight(paragraphs, start, slides) + (byBookmark.includes(start as typeof byBookmark[number]) ? 1000 : 0))

  const sentences = sentencesOf(paragraphs, starts, isCue)
  const pages = assign(sentences, starts, slides, front)
  return gather(word, sentences, pages, starts, slides, bookmarks.map(({ page, wording }) => ({ page: pageOf.get(page), wording })), cues)
}

function pagesIn(text: string): number[] {
  return text.split(/[、,，]/).map(Number)
}

function inOrder(one: Start, other: Start): number {
  return one.paragraph - other.paragraph || one.at - other.at || one.page - other.page
}

/**
 * The pages that slides have now, by those that they had when the file was made: a slide is known by its wording. Where
 * that was changed as well, by its place between others that are known.
 */
function pagesNow(bookmarks: { page: number, wording: string }[], slides: SlideText[]): Map<number, number> {
  const then = [...new Map(bookmarks.map(({ page, wording }) => [page, wording]))].sort(([one], [other]) => one - other)
  const now = slides.map(({ page, paragraphs }) => [page, fingerprint(paragraphs)] as const)
  const found = new Map<number, number>()
  let from = 0
  let to = 0
  const close = (thenEnd: number, nowEnd: number) => {
    const [left, right] = [then.slice(from, thenEnd), now.slice(to, nowEnd)]
    for (const [index, [page]] of left.entries()) {
      const same = right.find(([other]) => other === page)
      if (left.length === right.length)
        found.set(page, right[index][0])
      else if (same)
        found.set(page, page)
    }
  }
  for (const [index, [page, wording]] of then.entries()) {
    const other = now.findIndex(([nowPage, text], at) => at >= to && text === wording && (nowPage === page || !now.slice(to).some(([same, text]) => same === page && text === wording)))
    if (other < 0)
      continue
    close(index, other)
    found.set(page, now[other][0])
    from = index + 1
    to = other + 1
  }
  close(then.length, now.length)
  return found
}

/** What speaks for a start: how much of the words after it are the slide's */
function weight(paragraphs: WordParagraph[], { paragraph, at, page }: Start, slides: SlideText[]): number {
  const slide = slides.find(slide => slide.page === page)!
  const text = paragraphs[paragraph]?.text.slice(at, at + 200) ?? ''
  return 1 + shareOf(text, bigramsOf(wordsOf(slide))) * Math.min(200, text.length)
}

/** The heaviest choice of starts that stand in the order of their slides: one that was moved away with its words is out of it. */
function increasing<T extends Start>(starts: T[], weightOf: (start: T) => number): T[] {
  const sorted = [...starts].sort(inOrder)
  const best = sorted.map(start => ({ weight: weightOf(start), previous: -1 }))
  for (let index = 0; index < sorted.length; index++) {
    const own = best[index].weight
    for (let before = 0; before < index; before++) {
      if (sorted[before].page < sorted[index].page && best[before].weight + own > best[index].weight)
        best[index] = { weight: best[before].weight + own, previous: before }
    }
  }
  const chosen: T[] = []
  for (let index = best.reduce((most, { weight }, index) => weight > (best[most]?.weight ?? 0) ? index : most, -1); index >= 0; index = best[index].previous)
    chosen.unshift(sorted[index])
  return chosen
}

interface Sentence extends WordPlace {
  text: string
  /** Slides that it can be on: from the last start before it to the next after it */
  from: number
  to: number
}

/** The running text, sentence by sentence, cut also where a slide starts inside a paragraph */
function sentencesOf(paragraphs: WordParagraph[], starts: Start[], isCue: (paragraph: WordParagraph) => boolean): Sentence[] {
  return paragraphs.flatMap((paragraph, index) => {
    if (isCue(paragraph))
      return []
    const cuts = starts.filter(start => start.paragraph === index && start.at > 0 && start.at < paragraph.text.length).map(({ at }) => at)
    const ends = [...paragraph.text.matchAll(/[。！？；][”’）》】」』]*/g)].map(({ index, 0: end }) => index + end.length)
    const edges = [...new Set([0, ...cuts, ...ends, paragraph.text.length])].sort((one, other) => one - other)
    return edges.slice(0, -1).map((at, edge): Sentence => {
      const isBefore = (start: Start) => start.paragraph < index || (start.paragraph === index && start.at <= at)
      const last = starts.findLast(isBefore)
      const next = starts.find(start => !isBefore(start))
      return { paragraph: index, at, text: paragraph.text.slice(at, edges[edge + 1]), from: last?.page ?? 0, to: next ? Math.max(last?.page ?? 0, next.page - 1) : Number.POSITIVE_INFINITY }
    })
  })
}

/** What it costs, in characters, to begin another slide inside a paragraph, and at the start of one */
const INSIDE = 12
const BETWEEN = 0.5

/** The page of each sentence, 0 for the title: in order, each where its words are, and in doubt where the one before it is */
function assign(sentences: Sentence[], starts: Start[], slides: SlideText[], front: string[]): number[] {
  const targets = [{ page: 0, known: bigramsOf(front.join('\n')) }, ...slides.map(slide => ({ page: slide.page, known: bigramsOf(wordsOf(slide)) }))]
  let best: { score: number, path: { page: number, before?: unknown } | undefined }[] = targets.map(({ page }) => ({ score: page === 0 ? 0 : -1e-6 * page, path: undefined }))
  let previous: Sentence | undefined
  for (const sentence of sentences) {
    const switching = sentence.paragraph === previous?.paragraph ? INSIDE : BETWEEN
    let leading = 0 // the best of the slides before
    best = targets.map(({ page, known }, index) => {
      if (best[index - 1] && best[index - 1].score > best[leading].score)
        leading = index - 1
      const allowed = page >= sentence.from && page <= sentence.to
      const start = starts.some(start => start.page === page && start.paragraph === sentence.paragraph && start.at === sentence.at)
      const stay = best[index].score
      const move = index > 0 ? best[leading].score - (start ? 0 : switching) : Number.NEGATIVE_INFINITY
      const from = stay >= move ? best[index] : best[leading]
      const own = allowed ? shareOf(sentence.text, known) * Math.min(200, sentence.text.length) : -1e6
      return { score: Math.max(stay, move) + own, path: { page, before: from.path } }
    })
    previous = sentence
  }
  const pages: number[] = []
  let path = best.reduce((most, one) => one.score > most.score ? one : most).path
  while (path) {
    pages.unshift(path.page)
    path = path.before as typeof path
  }
  return pages
}

function wordsOf({ headings, paragraphs }: SlideText): string {
  return [...headings.map(({ text }) => text), ...paragraphs].join('\n')
}

export function bigramsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))
}

/** Share of a text's pairs of characters that are known, from 0 to 1 */
export function shareOf(text: string, known: Set<string>): number {
  const pairs = text.length - 1
  let found = 0
  for (let index = 0; index < pairs; index++) {
    if (known.has(text.slice(index, index + 2)))
      found++
  }
  return pairs > 0 ? found / pairs : 0
}

/** A heading without its number, which Word may have made one of its own */
export function unnumbered(heading: string): string {
  return heading.replace(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])\s*/, '')
}

function gather(word: WordText, sentences: Sentence[], pages: number[], starts: Start[], slides: SlideText[], wordings: { page?: number, wording: string }[], cues: Set<string>): FoundSlides {
  const found: FoundSlides = { front: [], slides: [], doubtful: [], newHeadings: [], likeness: 0, marked: starts.length > 0 }
  let known = 0
  let total = 0
  for (const slide of slides) {
    const own: FoundSlide = { page: slide.page, headings: [], paragraphs: [], wording: wordings.find(({ page }) => page === slide.page)?.wording }
    const pairs = bigramsOf(wordsOf(slide))
    const mine = sentences.flatMap((sentence, index) => pages[index] === slide.page ? [sentence] : [])
    const certain = starts.some(({ page }) => page === slide.page)
    for (const index of new Set(mine.map(({ paragraph }) => paragraph))) {
      const parts = mine.filter(({ paragraph }) => paragraph === index)
      const text = parts.map(({ text }) => text).join('').trim()
      const paragraph = word.paragraphs[index]
      const likeHeading = slide.headings.find(({ text: heading }) => !own.headings.includes(text)
        && shareOf(unnumbered(text), bigramsOf(heading)) >= 0.6 && shareOf(unnumbered(heading), bigramsOf(text)) >= 0.6 && !/[。！？；]$/.test(text))
      const isHeading = paragraph.level !== undefined && shareOf(text, bigramsOf(slide.paragraphs.join('\n'))) < 0.6
      total += text.length
      known += shareOf(text, pairs) * text.length
      if ((likeHeading || isHeading) && own.headings.length < slide.headings.length) {
        own.headings.push(text)
      }
      else if (isHeading) {
        found.newHeadings.push({ page: slide.page, text })
      }
      else {
        const words = text.replace(CUE, cue => cues.has(cue) ? '' : cue).trim()
        own.paragraphs.push({ text: words, paragraph: index, at: parts[0].at })
        if (!certain && shareOf(text, pairs) < 0.2)
          found.doubtful.push({ page: slide.page, text })
      }
    }
    found.slides.push(own)
  }
  found.front = word.paragraphs.filter((_, index) => sentences.some(({ paragraph }, at) => paragraph === index && pages[at] === 0))
  found.likeness = total > 0 ? known / total : 0
  return found
}
