import type { SourceSlideInfo } from '@slidev/types'
import type { Diff } from 'diff-match-patch-es'
import type { Deck } from 'slidev-addon-speech/deck'
import type { NoteSource, Stray } from './note-source'
import type { WordComment, WordText } from './read-word'
import type { SlideText } from './slide-bookmarks'
import { readLedger, says, unknownFigures, written } from 'slidev-addon-speech/check/ledger'
import { nameOf } from 'slidev-addon-speech/check/read-deck'
import { plainText } from 'slidev-addon-speech/outline'
import { bigramsOf, CUE, findSlides, shareOf, unnumbered } from './find-slides'
import { manuscriptOf } from './manuscript'
import { differences, readNoteSource, rewrite, takeParagraph, write } from './note-source'
import { REVIEWER } from './review'
import { fingerprint, slideTexts } from './slide-bookmarks'

/** A stretch of a slide's words: as it was and is, gone, new, or moved from or to another place */
export interface ChangedStretch {
  kind: 'same' | 'removed' | 'added' | 'from' | 'to'
  text: string
  /** Page that it was moved from, or to */
  page?: number
}

export interface SlideChange {
  page: number
  title: string
  file: string
  stretches: ChangedStretch[]
  /** Marks whose words are gone */
  strays: Stray[]
  /** The note was changed since the file was made, in other words than the file's */
  conflict: boolean
  /** What the note is to say, paragraph by paragraph */
  words: string[]
  /** The source of the note, before and after */
  before: string
  after: string
  source: SourceSlideInfo
}

/** What a Word file says differently from the deck that it was made of */
export interface Comparison {
  slides: SlideChange[]
  headings: { page: number, place: string, before: string, after: string }[]
  comments: (Pick<WordComment, 'author' | 'date' | 'text' | 'done' | 'answers' | 'id'> & { page?: number, about: string })[]
  /** Words that no note takes, or that could belong to another slide: what to do, and the words */
  passages: { message: string, text: string }[]
  /** Changes of figures that the ledger has, and new ones that it lacks */
  figures: string[]
  /** Other things that the secretary should know */
  remarks: string[]
  tracked: number
}

interface Slide extends SlideText {
  title: string
  file: string
  note: string
  source: SourceSlideInfo
}

/**
 * What a Word file says differently, slide by slide.
 *
 * @param deck that its manuscript was made of
 * @param root its folder
 * @param word the file
 * @param name of it, for messages
 * @throws an error if the file is no manuscript of this deck, or a note can't be rewritten
 */
export function compare(deck: Deck, root: string, word: WordText, name: string): Comparison {
  const { title, subtitle, byline, paragraphs } = manuscriptOf(deck, root)
  const slides = slideTexts(paragraphs).map((slide): Slide => {
    const { note = '', source, title } = deck.slides[slide.page - 1]
    return { ...slide, note, source, title: plainText(title ?? ''), file: nameOf(source.filepath, root) }
  })
  const front = [title, subtitle && `——${subtitle.replace(/^—+/, '')}`, byline].filter(text => text !== undefined)
  const cues = new Set(['【拟稿】', ...deck.slides.flatMap(({ note = '' }) => note.match(CUE) ?? [])])
  const found = findSlides(word, slides, front, cues)
  if (found.likeness < 0.3 && !found.marked)
    throw new Error(`${name} 不是由这份幻灯片的讲话稿改成的：里面的话几乎都对不上；请选用 npm run manuscript 生成、改好的那一份。`)

  const after = slides.map(({ page }) => found.slides.find(slide => slide.page === page)!)
  const remarks: string[] = []
  const kept = new Set<number>()
  for (const [index, slide] of slides.entries()) {
    const { wording, paragraphs } = after[index]
    if (wording && wording !== fingerprint(slide.paragraphs) && wording === fingerprint(paragraphs.map(({ text }) => text).filter(Boolean))) {
      kept.add(index)
      remarks.push(`第 ${slide.page} 页：这份 Word 没有改，而幻灯片里的讲稿后来改过；保留幻灯片里的。`)
    }
  }
  const texts = slides.map((slide, index) => kept.has(index) ? slide.paragraphs : after[index].paragraphs.map(({ text }) => text).filter(Boolean))
  const changes = rewriteAll(slides, texts, found.slides.map(({ wording }) => wording), remarks)

  return {
    slides: changes,
    headings: [
      ...frontChanges(found.front.map(({ text }) => text), [['总标题', title], ['副标题', subtitle ?? ''], ['署名', byline ?? '']]),
      ...slides.flatMap(({ page, headings }, index) => headingChanges(page, headings, after[index].headings)),
      ...found.newHeadings.map(({ page, text }) => ({ page, place: '新添的标题', before: '', after: text })),
    ],
    comments: commentsOf(word, found, slides, front),
    passages: [
      ...found.doubtful.map(({ page, text }) => ({ message: `放进了第 ${page} 页，前后都没有页的标记，这句话也对不上哪一页：请核对`, text })),
      ...leftOver(found.front.map(({ text }) => text), front).map(text => ({ message: '在第一页之前，不属于哪一页：没有写进讲稿', text })),
      ...word.asides.map(({ place, text }) => ({ message: `在${place}里，不是讲稿的正文：没有写进讲稿`, text })),
    ],
    figures: figuresOf(changes, slides, texts, root),
    remarks,
    tracked: word.tracked,
  }
}

/** Marks a paragraph that was moved away, and one that was moved here, in the texts that are compared */
const AWAY = 0xE000
const HERE = 0xE800

interface Move {
  text: string
  /** Indices of slides */
  from: number
  to: number
  paragraph: number
}

function rewriteAll(slides: Slide[], texts: string[][], wordings: (string | undefined)[], remarks: string[]): SlideChange[] {
  const notes = slides.map(slide => readNoteSource(slide.note, slide.paragraphs))
  const touched = slides.map((slide, index) => slide.paragraphs.join('\n') !== texts[index].join('\n'))
  const unreadable = slides.filter((_, index) => touched[index] && !notes[index])
  if (unreadable.length > 0)
    throw new Error(unreadable.map(({ page, file }) => `${file} 第 ${page} 页的讲稿里有改稿工具不会改写的写法；请按改稿在这一页里手工改，再比对一次。`).join('\n'))

  const moves = movesOf(slides, texts)
  const taken: NoteSource[] = []
  const rest = [...notes]
  const wanted = texts.map(paragraphs => [...paragraphs])
  // from the last paragraph of a note to its first, so that what stands before keeps its place
  for (const move of [...moves].sort((one, other) => other.paragraph - one.paragraph)) {
    const index = moves.indexOf(move)
    const own = slides[move.from].paragraphs
    const start = own.slice(0, move.paragraph).join('\n').length + (move.paragraph > 0 ? 1 : 0)
    const parts = takeParagraph(rest[move.from]!, start, start + own[move.paragraph].length, String.fromCharCode(AWAY + index), move.from === move.to)
    taken[index] = parts.taken
    rest[move.from] = parts.rest
  }
  for (const [index, move] of moves.entries())
    wanted[move.to][wanted[move.to].indexOf(move.text)] = String.fromCharCode(HERE + index)

  return slides.flatMap((slide, index): SlideChange[] => {
    if (!touched[index])
      return []
    const eol = slide.note.includes('\r\n') ? '\r\n' : '\n'
    const text = wanted[index].join('\n')
    const strays: Stray[] = []
    const { note, strays: own } = rewrite(rest[index]!, text, undefined, eol)
    const filled: NoteSource = {
      ...note,
      sources: note.sources.map((source, at) => {
        const move = note.text.charCodeAt(at) - HERE
        if (!(move >= 0 && move < moves.length))
          return source
        const moved = rewrite(taken[move], moves[move].text, undefined, eol)
        strays.push(...moved.strays)
        return write(moved.note)
      }),
    }
    strays.push(...own.map(({ mark, beside }) => ({ mark, beside: beside ? replaceMoves(beside, moves) : undefined })))
    let after = write(filled).trim()
    if (texts[index].length === 0) {
      after = `${after} 【翻页】`.trim()
      remarks.push(`第 ${slide.page} 页：改稿里一句话也没有留下；讲稿里写成了【翻页】。`)
    }
    const wording = wordings[index]
    return [{
      page: slide.page,
      title: slide.title,
      file: slide.file,
      source: slide.source,
      words: texts[index],
      before: slide.note,
      after,
      strays,
      conflict: wording !== undefined && wording !== fingerprint(slide.paragraphs),
      stretches: differences(rest[index]!.text, text).flatMap(part => stretchesOf(part, moves, slides)),
    }]
  })
}

function replaceMoves(text: string, moves: Move[]): string {
  return text.replace(/[\uE000-\uEFFF]/g, mark => moves[mark.charCodeAt(0) - (mark.charCodeAt(0) >= HERE ? HERE : AWAY)]?.text.slice(0, 30) ?? mark)
}

function stretchesOf([operation, text]: Diff, moves: Move[], slides: Slide[]): ChangedStretch[] {
  const kind = operation < 0 ? 'removed' : operation > 0 ? 'added' : 'same'
  return text.split(/([\uE000-\uEFFF])/).filter(Boolean).map((part): ChangedStretch => {
    const away = moves[part.charCodeAt(0) - AWAY]
    const here = moves[part.charCodeAt(0) - HERE]
    if (part.length === 1 && away)
      return { kind: 'to', text: slides[away.from].paragraphs[away.paragraph], page: slides[away.to].page }
    if (part.length === 1 && here)
      return { kind: 'from', text: here.text, page: slides[here.from].page }
    return { kind, text: part }
  })
}

/** Paragraphs that stand elsewhere now: in another note, or in another order */
function movesOf(slides: Slide[], texts: string[][]): Move[] {
  const moves: Move[] = []
  const lost: { slide: number, paragraph: number, text: string }[] = []
  const gained: { slide: number, text: string }[] = []
  for (const [slide, { paragraphs }] of slides.entries()) {
    const pairs = texts[slide].map(text => closest(text, paragraphs))
    const inOrder = longestIncreasing(pairs)
    for (const [index, text] of texts[slide].entries()) {
      if (pairs[index] < 0)
        gained.push({ slide, text })
      else if (!inOrder.includes(index) && text.length >= 8 && pairs.indexOf(pairs[index]) === index)
        moves.push({ text, from: slide, to: slide, paragraph: pairs[index] })
    }
    for (const [paragraph, text] of paragraphs.entries()) {
      if (!pairs.includes(paragraph) && closest(text, texts[slide]) < 0)
        lost.push({ slide, paragraph, text })
    }
  }
  for (const { slide, text } of gained) {
    const at = lost.findIndex(one => one.slide !== slide && text.length >= 8 && isClose(text, one.text, 0.7))
    if (at >= 0) {
      const [{ slide: from, paragraph }] = lost.splice(at, 1)
      moves.push({ text, from, to: slide, paragraph })
    }
  }
  // the same words twice can't be told apart by their text
  return moves.filter((move, index) => moves.findIndex(({ text, to }) => text === move.text && to === move.to) === index)
}

function isClose(one: string, other: string, least: number): boolean {
  return one === other || Math.min(shareOf(one, bigramsOf(other)), shareOf(other, bigramsOf(one))) >= least
}

/** Index of the paragraph that says much the same; -1 without one */
function closest(text: string, paragraphs: string[]): number {
  const exact = paragraphs.indexOf(text)
  if (exact >= 0)
    return exact
  const known = bigramsOf(text)
  const likeness = paragraphs.map(other => Math.max(shareOf(other, known), shareOf(text, bigramsOf(other))))
  const best = likeness.indexOf(Math.max(...likeness))
  return (likeness[best] ?? 0) >= 0.5 ? best : -1
}

/** Indices of the longest choice of numbers that grow; -1 is none */
function longestIncreasing(numbers: number[]): number[] {
  let best: number[] = []
  const ending = numbers.map((): number[] => [])
  for (const [index, number] of numbers.entries()) {
    if (number < 0)
      continue
    const before = ending.slice(0, index).filter((_, other) => numbers[other] >= 0 && numbers[other] <= number)
    ending[index] = [...before.reduce((most, one) => one.length > most.length ? one : most, []), index]
    if (ending[index].length > best.length)
      best = ending[index]
  }
  return best
}

function headingChanges(page: number, before: SlideText['headings'], after: string[]): Comparison['headings'] {
  const places = { part: '部分标题', chapter: '章标题' }
  return before.flatMap(({ kind, text }, index) => {
    const now = after[index] ?? ''
    return unnumbered(now) === unnumbered(text) ? [] : [{ page, place: places[kind], before: text, after: now }]
  })
}

const dashless = (text: string) => text.replace(/^—+/, '')

function frontChanges(found: string[], expected: [place: string, text: string][]): Comparison['headings'] {
  return expected.flatMap(([place, text]) => {
    if (!text)
      return []
    const now = found.find(other => isClose(dashless(other), dashless(text), 0.5)) ?? ''
    return dashless(now) === dashless(text) ? [] : [{ page: 1, place, before: text, after: now }]
  })
}

function leftOver(found: string[], front: string[]): string[] {
  return found.filter(text => !front.some(other => isClose(dashless(text), dashless(other), 0.5)))
}

function commentsOf({ comments, paragraphs }: WordText, found: ReturnType<typeof findSlides>, slides: Slide[], front: string[]): Comparison['comments'] {
  return comments.filter(({ author }) => author !== REVIEWER).map(({ range, ...comment }) => {
    if (!range)
      return { ...comment, about: '' }
    const { start, end } = range
    const text = paragraphs[start.paragraph]?.text ?? ''
    const about = (start.paragraph === end.paragraph ? text.slice(start.at, end.at) : text.slice(start.at)) || text.slice(0, 20)
    const page = found.slides.findLast(({ paragraphs }) => paragraphs.some(({ paragraph, at }) => paragraph < start.paragraph || (paragraph === start.paragraph && at <= start.at)))?.page
    return { ...comment, page: front.includes(text) ? undefined : page ?? slides[0]?.page, about }
  })
}

/** The figures that changed, each with its entry in the ledger */
function figuresOf(changes: SlideChange[], slides: Slide[], texts: string[][], root: string): string[] {
  const ledger = readLedger(root)
  return changes.flatMap(({ page }) => {
    const index = slides.findIndex(slide => slide.page === page)
    const [before, after] = [slides[index].paragraphs.join('\n'), texts[index].join('\n')]
    const gone = ledger.filter(entry => says(before, entry) && !says(after, entry))
    const known = unknownFigures(before, ledger)
    const fresh = unknownFigures(after, ledger).filter(figure => !known.includes(figure))
    return [
      ...gone.map(entry => `第 ${page} 页：“${written(entry)}”改掉了。figures.yaml 的 ${entry.key}（${entry.counts}；原文 ${entry.source}）要一起改。`),
      ...fresh.map(figure => `第 ${page} 页：“${figure}”是台账里没有的数；请在 figures.yaml 里补上或改正。`),
    ]
  })
}
