import type { Element, Node } from '@xmldom/xmldom'
import type { Numbering } from './word-numbering'
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import { numberingOf } from './word-numbering'
import { attribute, child, elements, isWord } from './word-xml'

/** Which of the tracked changes hold: all accepted, all refused, or both wordings kept, as Word shows them */
export type TrackedChanges = 'accepted' | 'original' | 'shown'

export interface WordParagraph {
  /** Without indentation, soft breaks and field codes, with its automatic number */
  text: string
  /** Name of its style as Word itself has it, lower case: `heading 1` */
  style: string
  /** Level of a heading, from 0; undefined for other paragraphs */
  level?: number
  /** Stands in a frame of its own, beside the text */
  framed: boolean
}

/** A place in the text: of a paragraph, by its index, and of a character in it */
export interface WordPlace {
  paragraph: number
  at: number
}

export interface WordComment {
  id: string
  author: string
  /** As the file has it, e.g. 2026-09-01T10:00:00Z; empty where it has none, or the 0-00-00 of LibreOffice */
  date: string
  text: string
  /** Of the comment that it answers */
  answers?: string
  done: boolean
  /** What it is about, in the file's own words; undefined where it stands nowhere in the running text */
  range?: { start: WordPlace, end: WordPlace }
}

export interface WordText {
  paragraphs: WordParagraph[]
  bookmarks: (WordPlace & { name: string })[]
  comments: WordComment[]
  /** Words that stand outside the running text: in a table, a text box, a footnote */
  asides: { place: '表格' | '文本框' | '脚注' | '尾注', text: string }[]
  /** How many tracked changes the file holds */
  tracked: number
}

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
/** A part that unpacks to more than this many bytes is no speech */
const LARGEST_PART = 100_000_000

/**
 * The words of a Word file, as Word and WPS write it, with what a manuscript's way back needs of their places.
 *
 * @param file its bytes
 * @param name as messages have it
 * @param tracked which of the tracked changes hold
 * @throws an error of one sentence, if it is no Word file, or one that can't be read
 */
export function readWord(file: Uint8Array, name: string, tracked: TrackedChanges = 'accepted'): WordText {
  const parts = partsOf(file, name)
  const xml = (path: string) => parts[path] && parseXml(parts[path], name)
  const main = mainPart(parts, name)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const body = xml(main)?.getElementsByTagNameNS('*', 'body')[0]
  if (!body)
    throw new Error(`${name} 不是 Word 文档；请选改好的讲话稿（.docx）。`)
  const reader = new Reader(stylesOf(xml(`${folder}styles.xml`)), numberingOf(xml(`${folder}numbering.xml`)), tracked)
  reader.blocks(body)
  reader.end()
  for (const [part, place] of [['footnotes', '脚注'], ['endnotes', '尾注']] as const) {
    for (const note of elements(xml(`${folder}${part}.xml`), part.slice(0, -1))) {
      if (!attribute(note, 'type') || attribute(note, 'type') === 'normal')
        reader.aside(note, place)
    }
  }
  return {
    paragraphs: reader.paragraphs,
    bookmarks: reader.bookmarks,
    asides: reader.asides,
    tracked: reader.tracked,
    comments: commentsOf(xml(`${folder}comments.xml`), xml(`${folder}commentsExtended.xml`))
      .map(comment => ({ ...comment, range: reader.rangeOf(comment.id) })),
  }
}

function partsOf(file: Uint8Array, name: string): Record<string, Uint8Array> {
  if (file.length === 0)
    throw new Error(`${name} 是空文件；请让对方重新发一份。`)
  if ([0xD0, 0xCF, 0x11, 0xE0].every((byte, index) => file[index] === byte)) {
    // Word's older files and its encrypted ones are both such containers; only the latter hold a stream of this name
    throw new Error(new TextDecoder('utf-16le').decode(file).includes('EncryptedPackage')
      ? `${name} 加了密码，读不了；请在 Word 里打开它，取消“用密码进行加密”，再存一次。`
      : `${name} 是旧的 .doc（或 .wps）格式；请在 Word 或 WPS 里打开它，“另存为”选 .docx，再试。`)
  }
  if (file[0] !== 0x50 || file[1] !== 0x4B)
    throw new Error(`${name} 不是 Word 文档（.docx）；请在 Word 或 WPS 里打开它，“另存为”选 .docx，再试。`)
  try {
    return unzipSync(file, { filter: ({ name, originalSize }) => /\.(?:xml|rels)$/.test(name) && originalSize <= LARGEST_PART })
  }
  catch {
    throw new Error(`${name} 已损坏，解不开；请让对方重新发一份，或在 Word 里“打开并修复”后再存一次。`)
  }
}

function parseXml(part: Uint8Array, name: string): Element {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(new TextDecoder().decode(part), 'text/xml').documentElement!
  }
  catch {
    throw new Error(`${name} 已损坏，内容读不全；请在 Word 里“打开并修复”后再存一次，或让对方重新发一份。`)
  }
}

/** Office 365 calls it document2.xml now and then. */
function mainPart(parts: Record<string, Uint8Array>, name: string): string {
  const relations = parts['_rels/.rels'] && parseXml(parts['_rels/.rels'], name)
  const target = Array.from(relations?.getElementsByTagNameNS('*', 'Relationship') ?? [])
    .find(relation => relation.getAttribute('Type')?.endsWith('/officeDocument'))
    ?.getAttribute('Target')
    ?.replace(/^\//, '') ?? 'word/document.xml'
  if (!parts[target])
    throw new Error(`${name} 不是 Word 文档；请选改好的讲话稿（.docx）。`)
  return target
}

interface Style {
  name: string
  level?: number
  numbering?: Element
}

/** Styles by their identifiers, which Word translates (`1` for `Heading1`), unlike the names */
function stylesOf(root: Element | undefined): Map<string, Style> {
  const raw = new Map(elements(root, 'style').map(style => [attribute(style, 'styleId')!, style]))
  const inherited = <T>(id: string | undefined, of: (properties: Element | undefined) => T | undefined, depth = 0): T | undefined => {
    const style = id === undefined || depth > 20 ? undefined : raw.get(id)
    return style && (of(child(style, 'pPr')) ?? inherited(attribute(child(style, 'basedOn'), 'val'), of, depth + 1))
  }
  return new Map([...raw].map(([id, style]) => [id, {
    name: (attribute(child(style, 'name'), 'val') ?? '').toLowerCase(),
    level: inherited(id, levelOf),
    numbering: inherited(id, properties => child(properties, 'numPr')),
  }]))
}

function levelOf(properties: Element | undefined): number | undefined {
  const level = attribute(child(properties, 'outlineLvl'), 'val')
  return level === undefined || Number(level) > 8 ? undefined : Number(level)
}

function commentsOf(root: Element | undefined, extended: Element | undefined): Omit<WordComment, 'range'>[] {
  const threads = Array.from(extended?.getElementsByTagNameNS('*', 'commentEx') ?? []).map((thread) => {
    const get = (name: string) => Array.from(thread.attributes).find(({ localName }) => localName === name)?.value
    return { paragraph: get('paraId'), parent: get('paraIdParent'), done: get('done') === '1' }
  })
  const comments = elements(root, 'comment').map((comment) => {
    const paragraphs = elements(comment, 'p')
    const ids = paragraphs.map(paragraph => paragraph.getAttributeNS(W14, 'paraId'))
    return {
      thread: threads.find(({ paragraph }) => ids.includes(paragraph ?? '')),
      ids,
      id: attribute(comment, 'id')!,
      author: attribute(comment, 'author') ?? '',
      date: attribute(comment, 'date')?.match(/^[1-9]\d{3}-.*/)?.[0] ?? '',
      text: paragraphs.map(paragraph => elements(paragraph, 't').map(({ textContent }) => textContent).join('')).filter(Boolean).join('\n'),
    }
  })
  return comments.map(({ thread, ids: _, ...comment }) => ({
    ...comment,
    answers: thread?.parent && comments.find(({ ids }) => ids.includes(thread.parent!))?.id,
    done: thread?.done ?? false,
  }))
}

/** Walks the body, and gathers paragraphs. A paragraph whose mark is deleted goes on in the next. */
class Reader {
  paragraphs: WordParagraph[] = []
  bookmarks: WordText['bookmarks'] = []
  asides: WordText['asides'] = []
  tracked = 0
  private starts = new Map<string, WordPlace>()
  private ends = new Map<string, WordPlace>()
  private text = ''
  /** What wants to know where a place of the gathered text comes to be */
  private waiting: { at: number, found: (place: WordPlace) => void }[] = []
  /** For each field that is open: whether its result has begun, which is what it shows */
  private fields: boolean[] = []
  private properties: Element | undefined

  constructor(private styles: Map<string, Style>, private numbering: Numbering, private mode: TrackedChanges) {}

  rangeOf(comment: string): WordComment['range'] {
    const end = this.ends.get(comment)
    return end && { start: this.starts.get(comment) ?? end, end }
  }

  blocks(parent: Node) {
    for (const node of Array.from(parent.childNodes)) {
      if (isWord(node, 'p'))
        this.paragraph(node)
      else if (isWord(node, 'tbl'))
        this.aside(node, '表格')
      else if (node.nodeType === 1)
        this.blocks(node) // content controls, custom XML, moved and inserted blocks
    }
  }

  aside(element: Element, place: WordText['asides'][number]['place']) {
    const inner = new Reader(this.styles, this.numbering, this.mode)
    if (place === '表格') {
      for (const paragraph of elements(element, 'p'))
        inner.paragraph(paragraph)
    }
    else {
      inner.blocks(element)
    }
    inner.end()
    this.tracked += inner.tracked
    const text = inner.paragraphs.map(({ text }) => text).join('\n')
    if (text)
      this.asides.push({ place, text })
    return text
  }

  private paragraph(element: Element) {
    const properties = child(element, 'pPr')
    if (child(properties, 'framePr') && !child(this.properties, 'framePr'))
      this.end() // what stands in a frame goes on in none, and nothing goes on in it
    this.properties = properties
    this.inline(element, false, false)
    const mark = child(this.properties, 'rPr')
    const deleted = Boolean(child(mark, 'del') ?? child(mark, 'moveFrom'))
    const inserted = Boolean(child(mark, 'ins') ?? child(mark, 'moveTo'))
    if (deleted || inserted)
      this.tracked++
    const goesOn = this.mode === 'accepted' ? deleted : this.mode === 'original' && inserted
    if (!goesOn)
      this.end()
  }

  private inline(parent: Node, inserted: boolean, deleted: boolean) {
    for (const node of Array.from(parent.childNodes)) {
      if (node.nodeType !== 1)
        continue
      const element = node as Element
      if (element.namespaceURI === COMPATIBILITY && element.localName === 'AlternateContent') {
        const [choice] = Array.from(element.childNodes).filter(({ nodeType }) => nodeType === 1)
        if (choice)
          this.inline(choice, inserted, deleted)
        continue
      }
      if (!isWord(element)) {
        this.inline(element, inserted, deleted) // a drawing may hold a text box
        continue
      }
      const kept = this.mode === 'shown' || !(this.mode === 'accepted' ? deleted : inserted)
      const add = (text: string) => {
        if (kept && this.fields.every(Boolean))
          this.text += text
      }
      switch (element.localName) {
        case 'pPr':
        case 'rPr':
        case 'instrText':
        case 'delInstrText':
        case 'rt': // what stands above a character to say how it is read
          break
        case 'ins':
        case 'moveTo':
          this.tracked++
          this.inline(element, true, deleted)
          break
        case 'del':
        case 'moveFrom':
          this.tracked++
          this.inline(element, inserted, true)
          break
        case 't':
        case 'delText':
          add(textIn(element))
          break
        case 'tab':
        case 'ptab':
          add('\t')
          break
        case 'br':
        case 'cr':
          if (!['page', 'column'].includes(attribute(element, 'type') ?? ''))
            add('\n')
          break
        case 'noBreakHyphen':
          add('-')
          break
        case 'sym':
          add(String.fromCodePoint(Number.parseInt(attribute(element, 'char') ?? '20', 16)))
          break
        case 'fldChar': {
          const type = attribute(element, 'fldCharType')
          if (type === 'begin')
            this.fields.push(false)
          else if (type === 'separate' && this.fields.length > 0)
            this.fields[this.fields.length - 1] = true
          else if (type === 'end')
            this.fields.pop()
          break
        }
        case 'bookmarkStart':
          this.mark(place => this.bookmarks.push({ ...place, name: attribute(element, 'name') ?? '' }))
          break
        case 'commentRangeStart':
          this.mark(place => this.starts.set(attribute(element, 'id')!, place))
          break
        case 'commentRangeEnd':
        case 'commentReference':
          this.mark(place => this.ends.set(attribute(element, 'id')!, place))
          break
        case 'txbxContent':
          this.textBox(element)
          break
        default:
          this.inline(element, inserted, deleted)
      }
    }
  }

  /** LibreOffice writes a frame in the margin as one. */
  private textBox(element: Element) {
    const inner = new Reader(this.styles, this.numbering, this.mode)
    inner.blocks(element)
    inner.end()
    for (const paragraph of inner.paragraphs) {
      if (isPages(paragraph.text))
        this.paragraphs.push({ ...paragraph, framed: true })
      else
        this.asides.push({ place: '文本框', text: paragraph.text })
    }
  }

  private mark(found: (place: WordPlace) => void) {
    this.waiting.push({ at: this.text.length, found })
  }

  /** Ends the paragraph: what was gathered since the last end becomes one, or several, or none. */
  end() {
    const { properties } = this
    const style = this.styles.get(attribute(child(properties, 'pStyle'), 'val') ?? '')
    const pieces = plainParagraphs(this.text).filter(({ text }) => text)
    const numbered = child(properties, 'numPr') ?? style?.numbering
    const number = pieces.length > 0 && numbered ? this.numbering.next(numbered) : ''
    const first = this.paragraphs.length
    for (const { at, found } of this.waiting) {
      const index = pieces.findIndex(({ places }, index) => at <= places.at(-1)!.from || index === pieces.length - 1)
      const to = pieces[index]?.places.findLast(({ from }) => from <= at)?.to ?? 0
      found({ paragraph: first + Math.max(index, 0), at: to + (index === 0 && to > 0 ? number.length : 0) })
    }
    this.paragraphs.push(...pieces.map(({ text }, index): WordParagraph => ({
      text: index === 0 ? number + text : text,
      style: style?.name ?? '',
      level: levelOf(properties) ?? style?.level,
      framed: child(properties, 'framePr') !== undefined,
    })))
    this.text = ''
    this.waiting = []
  }
}

/** The pages of slides, as they stand in the margin: 5, or 5、6 */
export function isPages(text: string): boolean {
  return /^\d{1,4}(?:[、,，]\d{1,4})*$/.test(text)
}

/** Word drops the spaces around a text that doesn't ask for them. */
function textIn(element: Element): string {
  const text = element.textContent ?? ''
  return element.getAttributeNS('http://www.w3.org/XML/1998/namespace', 'space') === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

interface Piece {
  text: string
  /** Where each stretch of the gathered text is in this one, the last entry at its end */
  places: { from: number, to: number }[]
}

/**
 * A gathered paragraph without indentation and soft breaks. A soft break starts a paragraph only where a second one or
 * an indentation follows, as in a text pasted from a web page; other soft breaks turn lines.
 */
function plainParagraphs(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const paragraph of text.split(/(\n\s*\n\s*|\n(?=[\u3000\xA0\t ]{2}))/)) {
    if (!/^\n/.test(paragraph) || paragraph.trim())
      pieces.push(plain(paragraph, from))
    from += paragraph.length
  }
  return pieces
}

/** Spaces of every width */
const SPACE = '[ \\t\\xA0\\u3000]'

/** Joiners of no width, and hyphens that show only where a line turns */
const INVISIBLE = '[\\u200B-\\u200D\\u2060\\uFEFF\\xAD]'

function plain(text: string, offset: number): Piece {
  let plain = ''
  const places = [{ from: offset, to: 0 }]
  const pattern = new RegExp(`^\\s+|\\s+$|${INVISIBLE}|${SPACE}*\\n\\s*|[\\t\\xA0]`, 'g')
  let end = 0
  for (const { index, 0: found } of text.matchAll(pattern)) {
    plain += text.slice(end, index)
    const latin = /[\x21-\x7E]$/.test(plain) && /^[\x21-\x7E]/.test(text.slice(index + found.length))
    places.push({ from: offset + index, to: plain.length })
    if (/^[\t\xA0]$/.test(found) ? plain && index + found.length < text.length : found.includes('\n') && latin)
      plain += ' '
    end = index + found.length
    places.push({ from: offset + end, to: plain.length })
  }
  plain += text.slice(end)
  // every character has its place: a look-up takes the last entry before it
  const exact: Piece['places'] = []
  for (let at = 0; at <= text.length; at++) {
    const place = places.findLast(({ from }) => from <= offset + at)!
    exact.push({ from: offset + at, to: Math.min(plain.length, place.to + offset + at - place.from) })
  }
  return { text: plain, places: exact }
}
