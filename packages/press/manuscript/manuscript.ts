import type { SlideInfo, SlidevData } from '@slidev/types'
import type { NoteRun } from 'slidev-addon-speech/note'
import { relative, sep } from 'node:path'
import { chineseNumeral } from 'slidev-addon-speech/chinese-numeral'
import { wordsOf } from 'slidev-addon-speech/markdown'
import { isSaid, paragraphsOf as paragraphsOfNote } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { outlineOf } from 'slidev-addon-speech/outline'

/** A stretch of words that are set alike, where \n begins a line; `draft` is the mark 【拟稿】 */
export interface ManuscriptRun {
  text: string
  kind: Exclude<NoteRun['kind'], 'break' | 'click'> | 'draft'
}

export interface ManuscriptParagraph {
  kind: 'part' | 'chapter' | 'heading' | 'salutation' | 'words'
  runs: ManuscriptRun[]
  /** Pages of the slides that come up where this is said */
  slides: number[]
  /** Page of the slide whose note this is; of the last one that came up, for a heading */
  page: number
  /** Not confirmed by the bureau yet */
  draft: boolean
}

/** The speech as a document, before anything is decided of fonts and sizes */
export interface Manuscript {
  title: string
  subtitle?: string
  byline?: string
  paragraphs: ManuscriptParagraph[]
}

const DRAFT_MARK: ManuscriptRun = { text: '【拟稿】', kind: 'draft' }

/**
 * The manuscript of a deck: its notes in order, under the headings of its parts and chapters.
 *
 * @param deck as `loadDeck()` gives it
 * @param root its folder
 * @param marks whether the speaker's own marks stay: 【翻页】, ／ and ∥
 * @throws an error that lists every slide without a note and every part without a title, and says what to do
 */
export function manuscriptOf(deck: Pick<SlidevData, 'slides' | 'headmatter' | 'markdownFiles'>, root: string, marks = false): Manuscript {
  const { slides, headmatter, markdownFiles } = deck
  const faults = [
    ...Object.values(markdownFiles).flatMap(({ filepath, errors = [] }) =>
      errors.map(({ row, message }) => `${place(filepath, root)} 第 ${row + 1} 行附近读不懂：${message}`)),
    ...slides.flatMap(slide => faultsOf(slide, root)),
  ]
  if (faults.length > 0)
    throw new Error(['讲话稿没有写成：', ...faults].join('\n  '))

  const [cover] = slides
  return {
    title: wordsOf(headmatter.title as string | undefined ?? cover.title),
    subtitle: cover.frontmatter.subtitle,
    byline: cover.frontmatter.byline,
    paragraphs: paragraphsOf(slides, marks),
  }
}

function faultsOf({ index, title, note, frontmatter, source }: SlideInfo, root: string): string[] {
  const slide = `${place(source.filepath, root)} 第 ${index + 1} 页《${wordsOf(title) || '无标题'}》`
  return [
    paragraphsOfNote(parseNote(note)).length > 0
      ? []
      : `${slide}没有讲稿。请在这一页的末尾写上 <!-- 讲的话 -->；这一页不讲话，就写 <!-- 【翻页】 -->`,
    frontmatter.layout === 'section' && !wordsOf(title).trim()
      ? `${slide}开启一个部分，却没有标题。请写上一级标题，例如：# 凝心聚力，担当作为`
      : [],
    index === 0 && !title
      ? `${slide}是封面，却没有标题。请写上一级标题，或在 slides.md 开头写 title: 讲话的题目`
      : [],
  ].flat()
}

function place(file: string, root: string): string {
  return relative(root, file).split(sep).join('/')
}

function paragraphsOf(slides: SlideInfo[], marks: boolean): ManuscriptParagraph[] {
  const outline = outlineOf(slides.map(({ index, title, frontmatter }) => ({ page: index + 1, ...frontmatter, title: wordsOf(title) })))
  const paragraphs: ManuscriptParagraph[] = []
  /** Slides whose cue waits for words: those on which nothing is said */
  let waiting: number[] = []

  for (const { index, note, frontmatter } of slides) {
    const page = index + 1
    const part = outline.find(part => part.page === page)
    const chapter = outline.flatMap(({ chapters }) => chapters).find(chapter => chapter.page === page)
    const words = paragraphsOfNote(parseNote(note))
      .map(({ kind, runs }) => ({ kind, runs: joined(runs.filter(({ kind }) => marks || !['cue', 'pause'].includes(kind))) }))
      .filter(({ runs }) => runs.length > 0)
    const draft = frontmatter.draft === true

    waiting.push(page)
    const add = (kind: ManuscriptParagraph['kind'], runs: ManuscriptRun[]) => {
      paragraphs.push({ kind, runs, slides: waiting, page, draft })
      waiting = []
    }
    if (part)
      add('part', [{ text: `${chineseNumeral(part.number)}、${[part.title, part.subtitle].filter(Boolean).join('，')}`, kind: 'words' }])
    if (chapter)
      add('chapter', [{ text: `（${chineseNumeral(chapter.number)}）${chapter.title}`, kind: 'words' }])
    words.forEach(({ kind, runs }, position) => {
      const salutation = paragraphs.length === 0 && textOf(runs).endsWith('：')
      add(salutation ? 'salutation' : kind === 'heading' ? 'heading' : 'words', draft && position === 0 ? [DRAFT_MARK, ...runs] : runs)
    })
  }
  return paragraphs
}

/** Whether the manuscript has it even without the speaker's marks: what is to be verified is marked wherever it is read */
export function isShown({ kind }: Pick<NoteRun | ManuscriptRun, 'kind'>): boolean {
  return kind === 'words' || kind === 'stress' || kind === 'code' || kind === 'break' || kind === 'pending'
}

/** Stands for a line break that the note asks for, while others go */
const BREAK = '\0'

/**
 * A paragraph without its click markers, and without the line breaks of its source: one of them, or a space beside a marker,
 * stays, as a space, only between two Latin words.
 */
function joined(runs: NoteRun[]): ManuscriptRun[] {
  const merged: ManuscriptRun[] = []
  let click = 0
  for (const run of runs) {
    const last = merged.at(-1)
    const hard = run.kind === 'code' || run.kind === 'break' ? run.text.replaceAll('\n', BREAK) : run.text
    const text = run.click === click ? hard : `\n${hard}`
    const kind = run.kind === 'break' || run.kind === 'click' ? last?.kind ?? 'words' : run.kind
    click = run.click
    if (last?.kind === kind)
      last.text += text
    else
      merged.push({ text, kind })
  }
  return merged
    .map(({ text, kind }) => ({ text: text.replace(/(?<=[\x21-\x7E])[\t\v\f\r \xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]*\n\s*(?=[\x21-\x7E])/g, ' ').replace(/[ \t]*\n\s*/g, '').replaceAll(BREAK, '\n'), kind }))
    .filter(({ text }) => text)
}

/** What a paragraph says; without the speaker's marks */
export function textOf(runs: ManuscriptRun[]): string {
  return runs.filter(run => run.kind !== 'draft' && isSaid({ kind: run.kind })).map(({ text }) => text).join('')
}
