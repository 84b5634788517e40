import type { SlidevMarkdown } from '@slidev/types'
import type { WordFault } from './words'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isScalar, parseDocument, visit } from 'yaml'
import { nameOf } from '../check/read-deck'
import { loadDeck } from '../deck'
import { readDeckWords } from '../deck-words'
import { registerFaults, schoolYearFaults } from './register'
import { wordFaults } from './words'

export interface WordFinding {
  /** Relative to the deck, with forward slashes */
  file: string
  /** From 1 */
  line: number
  /** From 1 */
  column: number
  /** What stands there */
  found: string
  /** What to write instead, in Chinese */
  advice: string
}

/** A stretch of a file that people read */
interface Passage {
  text: string
  /** Where it begins in the file */
  offset: number
  /** A heading or caption */
  heading: boolean
  /** Of a note */
  isSaid?: boolean
}

const LEDGER = 'figures.yaml'
/** Keys whose values are for machines: search engines part keywords by half-width commas */
const MACHINE_KEYS = ['keywords']

/**
 * Faults of punctuation, numerals and wording in the words of a deck: its slides, notes and ledger.
 *
 * @param root the folder that holds slides.md
 * @returns what was found, file by file, from top to bottom; empty if all is well
 */
export async function checkWords(root: string): Promise<WordFinding[]> {
  const { markdownFiles } = await loadDeck(root)
  const ledger = existsSync(join(root, LEDGER)) ? unixLines(readFileSync(join(root, LEDGER), 'utf8')) : ''
  return [
    ...Object.values(markdownFiles).flatMap(file =>
      findings(nameOf(file.filepath, root), unixLines(file.raw), slidePassages(file))),
    ...findings(LEDGER, ledger, yamlPassages(ledger, 0, false)),
  ]
}

/**
 * Warnings of register in a deck's slides and notes: see `registerFaults`. Those that words.yaml silences are left out,
 * where its text stands around what the warning quotes.
 *
 * @param root the folder that holds slides.md
 * @returns file by file, from top to bottom; empty if all is well
 * @throws Error naming the entry of words.yaml that lacks its text or its reason
 */
export async function checkRegister(root: string): Promise<WordFinding[]> {
  const { silenced } = readDeckWords(root)
  const files = Object.values((await loadDeck(root)).markdownFiles).map((file) => {
    const source = unixLines(file.raw)
    return { name: nameOf(file.filepath, root), source, passages: slidePassages(file) }
  })
  const isMixed = files.some(({ passages }) => passages.some(({ text }) => text.includes('新学年')))
  const judge = (text: string, { isSaid = false }: Passage) => [...registerFaults(text, isSaid), ...isMixed ? schoolYearFaults(text) : []].filter(({ index, found }) =>
    !silenced.some(({ text: words }) => covers(words, text, index, index + found.length)))
  return files.flatMap(({ name, source, passages }) => findings(name, source, passages, judge))
}

/** Whether words stand in a text so that they hold a stretch of it */
function covers(words: string, text: string, start: number, end: number): boolean {
  const at = text.indexOf(words, Math.max(0, end - words.length))
  return at >= 0 && at <= start
}

function findings(file: string, source: string, passages: Passage[], judge: (text: string, passage: Passage) => WordFault[] = (text, { heading }) => wordFaults(text, heading)): WordFinding[] {
  return passages.filter(({ text }) => /\p{Script=Han}/u.test(text)).flatMap((passage) => {
    const { text, offset } = passage
    const plain = withoutMarkup(text)
    return judge(plain.text, passage).map(({ index, found, advice }) => {
      const before = source.slice(0, offset + plain.at[index]).split('\n')
      return { file, line: before.length, column: before.at(-1)!.length + 1, found, advice }
    })
  }).sort((one, other) => one.line - other.line || one.column - other.column)
}

function slidePassages({ raw, slides }: SlidevMarkdown): Passage[] {
  const source = unixLines(raw)
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1), source.length]
  return slides.flatMap(({ start, contentStart, end, frontmatterRaw }) => {
    const [top, middle, bottom] = [start, contentStart, end].map(line => lineStarts[Math.min(line, lineStarts.length - 1)])
    const yaml = unixLines(frontmatterRaw ?? '')
    return [
      ...yaml ? yamlPassages(yaml, source.indexOf(yaml, top), true) : [],
      ...contentPassages(source.slice(middle, bottom), middle),
    ]
  })
}

/** The texts of a slide, and its note, which is the last comment; others are for whoever edits */
function contentPassages(content: string, offset: number): Passage[] {
  const comments = [...content.matchAll(/<!--([\s\S]*?)-->/g)]
  const note = comments.at(-1)
  const shown = content.replace(/<!--[\s\S]*?-->|```[\s\S]*?```/g, hidden => hidden.replace(/[^\n]/g, ' '))
  return [
    // Headings stand on one line, other texts up to a blank one
    ...[...shown.matchAll(/^#{1,6} .*$|(?:^(?!#{1,6} ).*\S.*\n?)+/gm)].map(({ index, 0: text }) =>
      ({ text, offset: offset + index, heading: /^#{1,6} /.test(text) })),
    ...note ? [{ text: note[1], offset: offset + note.index + '<!--'.length, heading: false, isSaid: true }] : [],
  ]
}

/** Of a picture, of another file of slides: no prose */
const ADDRESS = /^(?:\.{0,2}\/|https?:)\S*$/

/** The strings of a YAML text; those of a slide's frontmatter are headings and captions */
function yamlPassages(yaml: string, offset: number, heading: boolean): Passage[] {
  const passages: Passage[] = []
  visit(parseDocument(yaml), {
    Pair: (_, { key }) => isScalar(key) && MACHINE_KEYS.includes(String(key.value)) ? visit.SKIP : undefined,
    Scalar(position, { value, range }) {
      if (position === 'key' || typeof value !== 'string' || !range || ADDRESS.test(value))
        return
      const written = yaml.slice(range[0], range[1]).indexOf(value) // not 0 after a quotation mark, -1 where escaped or folded
      passages.push({ text: value, offset: offset + range[0] + Math.max(0, written), heading })
    },
  })
  return passages
}

/** What readers don't see: tags, click markers, marks of stress; and what isn't prose, which stays as one strange character */
const MARKUP = /<\/?[a-z][^>]*>|\[click(?::\d+)?\]|\*\*|^#{1,6} |!\[|\]\((?:[^()\n]|\([^()\n]*\))*\)|(`[^`]*`|\{\{.*?\}\}|https?:[\x21-\x7E]+)/gim

/** A text without its markup, and where in it each character stood */
function withoutMarkup(text: string): { text: string, at: number[] } {
  const at: number[] = []
  let plain = ''
  let end = 0
  const keep = (from: number, to: number) => {
    plain += text.slice(from, to)
    at.push(...Array.from({ length: to - from }, (_, index) => from + index))
  }
  for (const { index, 0: markup, 1: strange } of text.matchAll(MARKUP)) {
    keep(end, index)
    if (strange) {
      plain += '\uFFFC'
      at.push(index)
    }
    end = index + markup.length
  }
  keep(end, text.length)
  return { text: plain, at }
}

function unixLines(text: string): string {
  return text.replace(/\r\n/g, '\n')
}
