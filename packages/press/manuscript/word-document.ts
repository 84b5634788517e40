import type { ICommentOptions, IParagraphOptions, IRunOptions, IStylesOptions, ParagraphChild } from 'docx'
import type { LedgerEntry } from 'slidev-addon-speech/check/ledger'
import type { Manuscript, ManuscriptParagraph, ManuscriptRun } from './manuscript'
import type { Question } from './review'
import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  DocumentGridType,
  EmphasisMarkType,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  LineNumberRestartFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TextRun,
} from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { podiumLines } from './podium-lines'
import { cutRuns, questionsOf, REVIEWER } from './review'
import { bookmarkName, slideTexts } from './slide-bookmarks'

export interface WordOptions {
  /** Large print for the lectern: 20 pt, 1.6 leading, lines that turn only between words */
  podium: boolean
  /** Whether the margin shows which slide is on the screen */
  cues: boolean
  /** The ledger, where this is the copy that goes round: with questions as comments, line numbers, and 送审稿 in the header */
  questions?: LedgerEntry[]
  /** Day that the document is dated, e.g. 2026-09-01; undated without it */
  date?: string
  subject?: string
  keywords?: string
}

/** Points in a millimetre */
const MM = 72 / 25.4
/** Word's unit: a twentieth of a point */
const twips = (points: number) => Math.round(points * 20)
const downToTwips = (points: number) => Math.floor(points * 20) / 20

/** GB/T 9704—2012, 5.2: A4 with 天头 37 mm, 订口 28 mm, and a text area (版心) of 156 × 225 mm; all here in points */
const PAPER = { width: 210 * MM, height: 297 * MM }
const TEXT_AREA = { top: 37 * MM, left: 28 * MM, width: 156 * MM, height: 225 * MM }
/** 5.2.3: lines on a page, and characters in a line, of the body */
const LINES = 22
const CHARACTERS = 28
/** 7.5: the page number's dashes stand 7 mm below the text area */
const NUMBER_BELOW = 7 * MM

/** Chinese sizes of type, in points */
const SIZE = { 一号: 26, 二号: 22, 三号: 16, 四号: 14, 五号: 10.5 }

/** A sheet's measures, in points */
interface Sheet {
  title: number
  body: number
  /** From one line to the next */
  pitch: number
  /** Added after each character */
  spacing: number
  /** Whether a paragraph leaves no single line on a page; the standard's pages are full */
  widowControl: boolean
  cue: number
}
const STANDARD: Sheet = {
  title: SIZE.二号,
  body: SIZE.三号,
  pitch: downToTwips(TEXT_AREA.height / LINES),
  // 28 characters of 三号 are wider than the text area. Word's character grid would set them closer, too,
  // but LibreOffice gives a character that is larger than its cell two of them.
  spacing: downToTwips(TEXT_AREA.width / CHARACTERS - SIZE.三号),
  widowControl: false,
  cue: SIZE.五号,
}
const PODIUM: Sheet = { title: SIZE.一号, body: 20, pitch: 20 * 1.6, spacing: 0, widowControl: true, cue: SIZE.四号 }

/**
 * The standard's fonts, and what Word takes where they are missing: Windows itself has 仿宋, 楷体, 黑体 and 宋体,
 * Office 华文中宋, a Mac the STxx.
 */
const FONTS = {
  小标宋: ['方正小标宋简体', '方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
  仿宋: ['仿宋_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong'],
  楷体: ['楷体_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti'],
  黑体: ['黑体', 'SimHei', '华文黑体', 'STHeiti'],
  宋体: ['宋体', 'SimSun', '华文宋体', 'STSong'],
}

/** All characters in one face, quotation marks and dashes too, which Word would set in a Latin one */
function face(name: keyof typeof FONTS) {
  const [font] = FONTS[name]
  return { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' }
}

const STYLE: Record<ManuscriptParagraph['kind'], string> = { part: 'Heading1', chapter: 'Heading2', heading: 'Heading3', salutation: 'Salutation', words: 'BodyText' }
const RUN_STYLE: Record<ManuscriptRun['kind'], string | undefined> = { words: undefined, code: undefined, stress: 'Stress', cue: 'SpeakerMark', pause: 'SpeakerMark', pending: 'Pending', draft: 'DraftMark' }

/**
 * A manuscript as a Word file, set by GB/T 9704—2012 as far as it speaks of a speech. The same manuscript and
 * options give the same bytes.
 */
export async function wordDocument(manuscript: Manuscript, options: WordOptions): Promise<Uint8Array> {
  const sheet = options.podium ? PODIUM : STANDARD
  const { title, subtitle, byline } = manuscript
  const asked: ICommentOptions[] = []
  const bookmarks = bookmarksOf(manuscript.paragraphs)
  const document = new Document({
    title,
    subject: options.subject,
    keywords: options.keywords,
    creator: byline ?? '',
    lastModifiedBy: byline ?? '',
    styles: styles(sheet),
    evenAndOddHeaderAndFooters: true,
    comments: options.questions && { children: asked },
    sections: [{
      properties: {
        page: {
          size: { width: twips(PAPER.width), height: twips(PAPER.height) },
          margin: {
            top: twips(TEXT_AREA.top),
            left: twips(TEXT_AREA.left),
            right: twips(PAPER.width) - twips(TEXT_AREA.left) - twips(TEXT_AREA.width),
            bottom: twips(PAPER.height) - twips(TEXT_AREA.top) - twips(TEXT_AREA.height),
            footer: twips(PAPER.height - TEXT_AREA.top - TEXT_AREA.height - NUMBER_BELOW - SIZE.四号 / 2),
          },
        },
        grid: { type: DocumentGridType.LINES, linePitch: twips(sheet.pitch) },
        ...options.questions && { lineNumbers: { countBy: 5, restart: LineNumberRestartFormat.CONTINUOUS, distance: twips(4 * MM) } },
      },
      ...options.questions && { headers: { default: reviewHeader(), even: reviewHeader() } },
      footers: { default: pageNumber('right'), even: pageNumber('left') },
      children: [
        new Paragraph({ style: 'Title', text: title }),
        ...subtitle ? [new Paragraph({ style: 'Subtitle', text: `——${subtitle.replace(/^—+/, '')}` })] : [],
        ...byline ? [new Paragraph({ style: 'Byline', text: byline })] : [],
        ...manuscript.paragraphs.flatMap(paragraph => [
          ...options.cues && paragraph.slides.length > 0 ? [cue(paragraph.slides, sheet)] : [],
          wordParagraph(paragraph, options, bookmarks, asked),
        ]),
      ],
    }],
  })
  return finished(await Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]), options.date)
}

function styles({ title, body, pitch, spacing: between, widowControl, cue }: Sheet): IStylesOptions {
  const black = '000000'
  const run = (name: keyof typeof FONTS, points: number) => ({ font: face(name), size: points * 2, color: black, bold: false })
  const spacing = (before = 0, after = 0) => ({ line: twips(pitch), lineRule: LineRuleType.EXACT, before: twips(before), after: twips(after) })
  const centred = { alignment: AlignmentType.CENTER, keepNext: true }
  const words = { alignment: AlignmentType.BOTH, autoSpaceEastAsianText: false, widowControl }
  const indented = { ...words, indent: { firstLine: twips(2 * body), firstLineChars: 200 } }
  const edge = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F', space: 0 }
  const style = (id: string, name: string, paragraph: object, run?: object, more: object = {}) =>
    ({ id, name, basedOn: 'Normal', next: 'BodyText', quickFormat: true, paragraph, run, ...more })

  return {
    default: {
      document: { run: { ...run('仿宋', body), language: { value: 'en-US', eastAsia: 'zh-CN' } }, paragraph: { spacing: spacing() } },
      title: { run: run('小标宋', title), paragraph: { ...centred, spacing: { ...spacing(pitch), line: twips(Math.max(pitch, title * 1.3)) } } },
      heading1: { run: run('黑体', body), paragraph: { ...indented, keepNext: true, outlineLevel: 0, spacing: spacing() }, next: 'BodyText' },
      heading3: { run: { ...run('仿宋', body), bold: true }, paragraph: { ...indented, keepNext: true, outlineLevel: 2, spacing: spacing() }, next: 'BodyText' },
      heading2: { run: run('楷体', body), paragraph: { ...indented, keepNext: true, outlineLevel: 1, spacing: spacing() }, next: 'BodyText' },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run: { ...run('仿宋', body), characterSpacing: twips(between) } },
      style('Subtitle', 'Subtitle', { ...centred, spacing: spacing() }, run('楷体', body)),
      style('Byline', '署名', { ...centred, spacing: spacing(0, pitch) }, run('楷体', body)),
      style('Salutation', 'Salutation', { ...words, spacing: spacing() }),
      style('BodyText', 'Body Text', { ...indented, spacing: spacing() }),
      style('Draft', '拟稿', { shading: { type: ShadingType.CLEAR, fill: 'E7E6E6', color: 'auto' } }, undefined, { basedOn: 'BodyText' }),
      style('SlideCue', '幻灯片页码', {
        alignment: AlignmentType.CENTER,
        border: { top: edge, bottom: edge, left: edge, right: edge },
        spacing: { line: twips(cue * 1.3), lineRule: LineRuleType.EXACT },
      }, { ...run('黑体', cue), characterSpacing: 0 }),
    ],
    characterStyles: [
      { id: 'Stress', name: '重读', quickFormat: true, run: { emphasisMark: { type: EmphasisMarkType.DOT } } },
      { id: 'SpeakerMark', name: '提示', quickFormat: true, run: { color: '7F7F7F' } },
      { id: 'Pending', name: '待核', quickFormat: true, run: { shading: { type: ShadingType.CLEAR, fill: 'FFF2CC', color: 'auto' } } },
      { id: 'DraftMark', name: '拟稿标记', quickFormat: true, run: { font: face('黑体') } },
    ],
  }
}

/** A bookmark over the words of each slide, which stays on the rest when some of them are moved away */
interface Bookmarks {
  starts: Map<ManuscriptParagraph, BookmarkStart>
  ends: Map<ManuscriptParagraph, BookmarkEnd>
}

function bookmarksOf(paragraphs: ManuscriptParagraph[]): Bookmarks {
  const starts: Bookmarks['starts'] = new Map()
  const ends: Bookmarks['ends'] = new Map()
  for (const { page, paragraphs: texts } of slideTexts(paragraphs)) {
    starts.set(paragraphs.find(paragraph => paragraph.page === page)!, new BookmarkStart(bookmarkName(page, texts), page))
    ends.set(paragraphs.findLast(paragraph => paragraph.page === page)!, new BookmarkEnd(page))
  }
  return { starts, ends }
}

function wordParagraph(paragraph: ManuscriptParagraph, { podium, questions: ledger, date }: WordOptions, { starts, ends }: Bookmarks, asked: ICommentOptions[]): Paragraph {
  const { kind, runs, draft } = paragraph
  const questions = ledger ? questionsOf(paragraph, ledger) : []
  const first = asked.length
  for (const { text } of questions) {
    asked.push({
      id: asked.length,
      author: REVIEWER,
      initials: '核',
      date: new Date(`${date ?? '1980-01-01'}T00:00:00Z`), // not the hour: equal notes make equal files
      children: [new Paragraph({ children: [new TextRun(text)] })],
    })
  }
  const indent = kind === 'salutation' ? 0 : 2
  const lines = linesOf(runs).flatMap((line, index) => podium ? podiumLines(line, Math.floor(TEXT_AREA.width / PODIUM.body), index === 0 ? indent : 0) : [line])
  return new Paragraph({
    style: kind === 'words' && draft ? 'Draft' : STYLE[kind],
    ...podium && { alignment: AlignmentType.LEFT } satisfies IParagraphOptions,
    children: [
      starts.get(paragraph),
      ...lines.flatMap((line, index) => questions.length > 0
        ? askedRuns(line, questions, first)
        : line.map((piece, position) => wordRun(piece, index > 0 && position === 0))),
      ends.get(paragraph),
    ].filter(child => child !== undefined) as ParagraphChild[], // the library's type leaves out the two ends, which its manual has here
  })
}

function wordRun({ text, kind }: ManuscriptRun, onNewLine = false): TextRun {
  return new TextRun({ text, style: RUN_STYLE[kind], font: { hint: 'eastAsia' }, break: onNewLine ? 1 : undefined } satisfies IRunOptions)
}

/** Runs with the comments over them, numbered from the first on */
function askedRuns(runs: ManuscriptRun[], questions: Question[], first: number) {
  return cutRuns(runs, questions.flatMap(({ start, end }) => [start, end])).flatMap((run) => {
    const opens = questions.findIndex(({ start }) => start === run.start)
    const closes = questions.findIndex(({ end }) => end === run.start + run.text.length)
    return [
      ...opens >= 0 ? [new CommentRangeStart(first + opens)] : [],
      wordRun(run),
      ...closes >= 0 ? [new CommentRangeEnd(first + closes), new TextRun({ children: [new CommentReference(first + closes)] })] : [],
    ]
  })
}

/** Runs parted where the note asks for a new line */
function linesOf(runs: ManuscriptRun[]): ManuscriptRun[][] {
  const lines: ManuscriptRun[][] = [[]]
  for (const { text, kind } of runs) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0)
        lines.push([])
      if (part)
        lines.at(-1)!.push({ text: part, kind })
    }
  }
  return lines
}

/** The number of the slide, framed like one, in the margin beside the line at which it comes up: no part of the text */
function cue(slides: number[], { cue, pitch }: Sheet): Paragraph {
  const width = cue * 0.6 * Math.max(2, slides.join('、').length) + cue / 2
  return new Paragraph({
    style: 'SlideCue',
    text: slides.join('、'),
    frame: {
      type: 'absolute',
      position: { x: twips(TEXT_AREA.left - width - 4 * MM), y: twips(Math.max(0.05, (pitch - cue * 1.3) / 2)) },
      width: twips(width),
      height: twips(cue * 1.3),
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.TEXT },
      wrap: FrameWrap.AROUND,
    },
  })
}

function reviewHeader(): Header {
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: '送审稿', font: face('黑体'), size: SIZE.四号 * 2 })] })] })
}

/** 7.5: — 1 — in 宋体 四号, on odd pages a character from the right, on even ones from the left */
function pageNumber(side: 'left' | 'right'): Footer {
  const run = { font: face('宋体'), size: SIZE.四号 * 2 }
  return new Footer({
    children: [new Paragraph({
      alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
      indent: { [side]: twips(SIZE.四号) },
      spacing: { line: twips(SIZE.四号), lineRule: LineRuleType.EXACT },
      children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
    })],
  })
}

/** Word looks for a font that a computer lacks by its other names here. */
function fontTable(): string {
  const fonts = Object.values(FONTS).map(([name, ...others]) =>
    `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}

/** Without the hour at which it was made, in the document and in the archive, so that equal notes make equal files */
function finished(file: Uint8Array, date: string | undefined): Uint8Array {
  const parts = unzipSync(file)
  const core = new TextDecoder().decode(parts['docProps/core.xml'])
  const dated = core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/[^>]*>)/g, date ? `$1${date}T00:00:00Z$2` : '')
  return zipSync({ ...parts, 'docProps/core.xml': new TextEncoder().encode(dated) }, { mtime: new Date(1980, 0, 1) })
}
