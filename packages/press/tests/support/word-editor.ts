import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A stretch of a paragraph as Word keeps it */
export interface Stretch {
  text: string
  change?: 'ins' | 'del' | 'moveFrom' | 'moveTo'
}

export interface EditedParagraph {
  kind: 'front' | 'cue' | 'heading' | 'words'
  page: number
  properties: string
  stretches: Stretch[]
  starts: string[]
  ends: string[]
  /** Of the paragraph mark */
  mark?: Stretch['change']
  /** Ready XML that stands before its first run, as a comment's start does */
  before?: string
  after?: string
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const unescape = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const AUTHOR = 'w:author="王局长" w:date="2026-09-01T10:00:00Z"'

/**
 * A manuscript as an editor has it open: its paragraphs can be changed, and are written again as Word writes them. It
 * reads the XML of the `docx` library, which is regular, and shares no code with what it tests.
 */
export class WordEditor {
  paragraphs: EditedParagraph[]
  private parts: Record<string, Uint8Array>
  private head: string
  private tail: string
  private id = 1000

  constructor(file: Uint8Array) {
    this.parts = unzipSync(file)
    const xml = strFromU8(this.parts['word/document.xml'])
    const from = xml.indexOf('<w:body>') + '<w:body>'.length
    const to = xml.lastIndexOf('<w:sectPr')
    this.head = xml.slice(0, from)
    this.tail = xml.slice(to)
    let page = 0
    this.paragraphs = [...xml.slice(from, to).matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner]) => {
      const properties = inner.match(/<w:pPr>(.*?)<\/w:pPr>/s)?.[1] ?? ''
      const style = properties.match(/<w:pStyle w:val="(\w+)"/)?.[1] ?? ''
      const starts = [...inner.matchAll(/<w:bookmarkStart [^>]*>/g)].map(([start]) => start)
      const ends = [...inner.matchAll(/<w:bookmarkEnd [^>]*>/g)].map(([end]) => end)
      page = Number(starts[0]?.match(/_slide(\d+)_/)?.[1] ?? page)
      const text = [...inner.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:br\/>/gs)].map(([, text = '\n']) => unescape(text)).join('')
      const kind = style === 'SlideCue' ? 'cue' : style.startsWith('Heading') ? 'heading' : ['Title', 'Subtitle', 'Byline'].includes(style) ? 'front' : 'words'
      return { kind, page, properties, starts, ends, stretches: [{ text }] }
    })
    for (const [index, paragraph] of this.paragraphs.entries()) {
      if (paragraph.kind === 'cue')
        paragraph.page = this.paragraphs[index + 1].page
    }
  }

  get words() {
    return this.paragraphs.filter(({ kind }) => kind === 'words')
  }

  of(page: number) {
    return this.words.filter(paragraph => paragraph.page === page)
  }

  /** As Word takes a paragraph away: a bookmark over several stays on the rest. */
  remove(paragraph: EditedParagraph) {
    const rest = this.paragraphs.filter(other => other !== paragraph && other.page === paragraph.page && (other.kind === 'words' || other.kind === 'heading'))
    if (rest.length > 0) {
      rest[0].starts.push(...paragraph.starts)
      rest.at(-1)!.ends.push(...paragraph.ends)
    }
    this.paragraphs = this.paragraphs.filter(other => other !== paragraph)
    paragraph.starts = []
    paragraph.ends = []
  }

  insertAfter(place: EditedParagraph, ...added: EditedParagraph[]) {
    this.paragraphs.splice(this.paragraphs.indexOf(place) + 1, 0, ...added)
  }

  /** The file; `chopped`: its runs cut as Word cuts them, `extra`: parts to put in, `content`: changes the XML of the body */
  file({ chopped = false, extra = {}, content = (xml: string) => xml }: { chopped?: boolean, extra?: Record<string, string>, content?: (xml: string) => string } = {}): Uint8Array {
    const body = this.paragraphs.map(paragraph => this.write(paragraph, chopped)).join('')
    return zipSync({
      ...this.parts,
      'word/document.xml': strToU8(this.head + content(body) + this.tail),
      ...Object.fromEntries(Object.entries(extra).map(([path, text]) => [path, strToU8(text)])),
    })
  }

  private write({ properties, stretches, starts, ends, mark, before = '', after = '' }: EditedParagraph, chopped: boolean): string {
    const runs = stretches.map(({ text, change }) => {
      const pieces = chopped ? text.match(/[\s\S]{1,3}/g) ?? [] : [text]
      const inner = pieces.map(piece => run(piece, change === 'del' || change === 'moveFrom', chopped)).join(chopped ? '<w:proofErr w:type="spellStart"/>' : '')
      return change ? `<w:${change} w:id="${this.id++}" ${AUTHOR}>${inner}</w:${change}>` : inner
    })
    const marked = mark ? `<w:rPr><w:${mark} w:id="${this.id++}" ${AUTHOR}/></w:rPr>` : ''
    return `<w:p w:rsidR="00A1B2C3"><w:pPr>${properties}${marked}</w:pPr>${starts.join('')}${before}${runs.join('')}${after}${ends.join('')}</w:p>`
  }
}

function run(text: string, deleted: boolean, chopped: boolean): string {
  const tag = deleted ? 'w:delText' : 'w:t'
  const content = text.split('\n').map(line => `<${tag} xml:space="preserve">${escape(line)}</${tag}>`).join('<w:br/>')
  return `<w:r w:rsidRPr="00D4E5F6"><w:rPr><w:rFonts w:hint="eastAsia"/>${chopped ? '<w:rPrChange w:id="900" w:author="李" w:date="2026-09-01T10:00:00Z"><w:rPr/></w:rPrChange>' : ''}</w:rPr>${content}</w:r>`
}
