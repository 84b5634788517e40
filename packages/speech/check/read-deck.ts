import type { SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import type { Document, YAMLError } from 'yaml'
import type { Deck } from '../deck'
import type { Finding } from './finding'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync } from '@slidev/parser'
import { isMap, parseDocument, visit } from 'yaml'
import { loadDeck } from '../deck'
import { say } from '../languages/say'
import { slideName } from './finding'
import { nearest } from './nearest'
import { frontmatterLine, frontmatterLineAt, lineAt, linesIn } from './position'

type Fault = Pick<Finding, 'line' | 'message'>

/**
 * Reads slides.md and the parts that it names.
 *
 * @returns the deck, and what keeps its files from being understood: while there is any of it, nothing else can be judged
 */
export async function readDeck(root: string): Promise<{ deck?: Deck, findings: Finding[] }> {
  if (!existsSync(join(root, 'slides.md')))
    return { findings: [{ file: 'slides.md', line: 1, message: say.mistakes.noDeck }] }

  const texts = new Map<string, string>()
  const unreadable: Finding[] = []
  const loaded = await loadDeck(root, async (path) => {
    const { text, fault } = decode(await readFile(path))
    texts.set(path, text)
    if (fault)
      unreadable.push({ file: nameOf(path, root), ...fault })
    return text
  }).catch((error: Error) => error)
  if (unreadable.length > 0)
    return { findings: unreadable }

  const deck = loaded instanceof Error ? undefined : loaded
  const inTexts = [...texts].flatMap(([path, text]) => textFaults(text, path, path === texts.keys().next().value, deck?.markdownFiles[path]?.slides)
    .map(fault => ({ file: nameOf(path, root), line: fault.line, slide: slideAt(path, fault.line, deck), message: fault.message })))
  if (inTexts.length > 0)
    return { deck, findings: inTexts }
  if (!deck)
    return { findings: [{ file: 'slides.md', line: 1, message: `读不懂这份幻灯片：${(loaded as Error).message}` }] }
  return { deck, findings: Object.values(deck.markdownFiles).flatMap(file => importFindings(file, deck.markdownFiles, root)) }
}

/** The slide that stands on a line, where Slidev has found it to be one */
function slideAt(path: string, line: number, deck?: Deck): Finding['slide'] {
  const slide = deck?.slides.find(({ source }) => source.filepath === path && source.start < line && line <= source.end)
  return slide && slideName(slide)
}

export function nameOf(path: string, root: string): string {
  return relative(root, path).split(sep).join('/')
}

/** @returns the text, read as well as it can be, and what is wrong if it isn't UTF-8 */
export function decode(bytes: Uint8Array): { text: string, fault?: Fault } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  }
  catch {
    const text = new TextDecoder().decode(bytes)
    return { text, fault: {
      line: linesIn(text.slice(0, text.indexOf('\uFFFD'))) + 1,
      message: '这个文件不是 UTF-8 编码，汉字会变成乱码；请用记事本打开，“另存为”时把“编码”选成 UTF-8，再存一次',
    } }
  }
}

function textFaults(text: string, path: string, isEntry: boolean, slides?: SourceSlideInfo[]): Fault[] {
  if (!text.trim())
    return [{ line: 1, message: isEntry ? '文件是空的；请恢复它的内容' : '文件是空的；请恢复它的内容，不要这一部分就在 slides.md 里删去引它的一页' }]
  const inComments = commentFaults(text.replace(/^```[\s\S]+?^```/gm, code => code.replace(/\S/g, ' ')))
  if (inComments.length > 0)
    return inComments
  const read = slides ?? parseSync(text, path, { noParseYAML: true }).slides
  return read.flatMap(slide => slideFault(slide, isEntry && slide.index === 0) ?? [])
}

/** A comment without its end hides everything up to the end of the next, slides and all. */
function commentFaults(text: string): Fault[] {
  const lineOf = (index: number) => linesIn(text.slice(0, index)) + 1
  let opened: number | undefined
  for (const { 0: mark, index } of text.matchAll(/<!--|-->/g)) {
    if (mark === '<!--' && opened !== undefined)
      break
    if (mark === '-->' && opened === undefined)
      return [{ line: lineOf(index), message: '这个 --> 前面没有 <!--，讲稿会露在画面上；请在讲稿前单起一行写 <!--（四个字符都用半角，不要变成破折号）' }]
    opened = mark === '<!--' ? index : undefined
  }
  return opened === undefined ? [] : [{ line: lineOf(opened), message: say.mistakes.endlessComment }]
}

/** What is wrong with the parts that a file's slides name */
function importFindings({ slides, errors = [] }: SlidevMarkdown, files: Deck['markdownFiles'], root: string): Finding[] {
  return slides.filter(({ frontmatter }) => frontmatter.src !== undefined).flatMap((slide) => {
    const error = errors.find(({ row }) => row === slide.start)
    const message = error ? importMessage(slide, error.message) : rangeMessage(slide, files)
    return message ? [{ file: nameOf(slide.filepath, root), line: frontmatterLine(slide, ['src']), message }] : []
  })
}

/** Slidev leaves out what a part doesn't have, without a word. */
function rangeMessage(slide: SourceSlideInfo, files: Deck['markdownFiles']): string | undefined {
  const [, range] = slide.frontmatter.src.split('#')
  const part = Object.values(files).find(({ filepath }) => resolve(filepath) === pathOf(slide))
  if (!range || !part)
    return
  const total = part.slides.length
  const numbers = range.match(/\d+/g)?.map(Number) ?? []
  if (!/^\d+(?:-\d*)?(?:[,;]\d+(?:-\d*)?)*$/.test(range) || numbers.some((number: number) => number < 1 || number > total))
    return `src 里 # 后面的“${range}”不对：${basename(part.filepath)} 共 ${total} 页；请写成 #2-5 的样子，或者不写`
}

function importMessage(importer: SourceSlideInfo, message: string): string {
  const { src } = importer.frontmatter
  if (/escapes the project root/.test(message))
    return `src 的 ${src} 在这份幻灯片的文件夹以外；请把文件放进 pages/，写成 ./pages/文件名.md`
  if (/Circular import/.test(message))
    return `src 的 ${src} 又引回了自己；请改成别的文件`
  if (!/file not found/.test(message))
    return `src 的 ${src} 不是一个能读的文件；请写成 ./pages/文件名.md`
  const path = pathOf(importer)
  const guess = existsSync(dirname(path)) && nearest(basename(path), readdirSync(dirname(path)).filter(name => name.endsWith('.md')))
  return say.mistakes.noPart(src, guess ? `${src.slice(0, -basename(path).length)}${guess}` : undefined)
}

/** The file that a slide's `src` names, on Windows with backslashes perhaps */
function pathOf({ filepath, frontmatter: { src } }: SourceSlideInfo): string {
  return resolve(dirname(filepath), String(src).split('#')[0].replaceAll('\\', '/'))
}

/** Why a slide's frontmatter can't be understood */
function slideFault(slide: SourceSlideInfo, isHeadmatter: boolean): Fault | undefined {
  const { raw, frontmatterRaw } = slide
  if (frontmatterRaw === undefined) {
    if (isHeadmatter && !raw.startsWith('---'))
      return { line: 1, message: '第一行必须是 ---，后面是整份幻灯片的设置；请把 --- 移到第一行，前面不留空行' }
    return /^---[^\n]*\n\s*[\w-]+\s*[:：]/.test(raw) ? { line: lineAt(slide, 0), message: '这一页的设置没有收尾；请在设置写完处单起一行写 ---' } : undefined
  }
  if (frontmatterRaw && !/\n\s*$/.test(frontmatterRaw)) {
    const line = frontmatterLineAt(slide, frontmatterRaw.length)
    return { line, message: '设置里有连写的三个短横 ---，会被当成设置的结尾；请改成破折号——，或删去' }
  }
  const document = slide.frontmatterDoc ?? parseDocument(frontmatterRaw)
  const error = document.errors[0] ?? unknownAlias(document)
  const isList = document.contents && !isMap(document.contents)
  if (!error && !isList)
    return
  const words = /^(?:#{1,6} |<!--)/m.exec(frontmatterRaw.replace(/^# .*\n(?=\S)/gm, comment => comment.replace(/./g, ' ')))
  if (words && frontmatterRaw.includes('<!--'))
    return { line: frontmatterLineAt(slide, words.index), message: '这里已是正文，上面的设置却没有收尾；请在设置写完处单起一行写 ---' }
  const wideColon = /^[ \t]*(?:- )?[\w-]+[ \t]*：/m.exec(frontmatterRaw)
  if (wideColon)
    return { line: frontmatterLineAt(slide, wideColon.index + wideColon[0].search(/\S/)), message: `“${wideColon[0].trim()}”用了全角冒号；请改成半角冒号加一个空格` }
  const tightColon = /^[ \t]*(?:- )?[\w-]+:(?=[^\s/])/m.exec(frontmatterRaw)
  if (tightColon && (isList || /IMPLICIT_KEY|UNEXPECTED_TOKEN|MISSING_CHAR/.test(error!.code)))
    return { line: frontmatterLineAt(slide, tightColon.index + tightColon[0].search(/\S/)), message: `“${tightColon[0].trim()}”的冒号后面没有空格；请补上一个空格` }
  if (!error)
    return { line: lineAt(slide, 0), message: '这一页的设置不成样子；请一行一项，写成“项: 值”，冒号后面空一格' }
  return { line: frontmatterLineAt(slide, yamlOffset(error, frontmatterRaw)), message: yamlMessage(error, frontmatterRaw) }
}

/** YAML takes `*重点*` for a reference; the library notices only when it follows it. */
function unknownAlias(document: Document): YamlFault | undefined {
  let found: YamlFault | undefined
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document))
        found ??= { code: 'BAD_ALIAS', pos: [alias.range![0], alias.range![1]] }
    },
  })
  return found
}

/** A value whose quote or bracket isn't closed on its line; YAML reads on, and complains lines later. */
const OPEN_VALUE = /^[^#\n]*?(?:: +|- +)(?:"(?:[^"\\\n]|\\.)*|'[^'\n]*|\[[^\]\n]*|\{[^}\n]*)$/m

export type YamlFault = Pick<YAMLError, 'code' | 'pos'>

/** Where the mistake is, in a frontmatter or the ledger */
export function yamlOffset({ pos: [start] }: YamlFault, yaml: string): number {
  const open = OPEN_VALUE.exec(yaml.slice(0, yaml.indexOf('\n', start) + 1 || undefined))
  return open && open.index < start ? open.index : start
}

/** What the mistake is, and how to mend it */
export function yamlMessage(error: YamlFault, yaml: string): string {
  const offset = yamlOffset(error, yaml)
  const line = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1).split('\n')[0].trim()
  if (OPEN_VALUE.test(line))
    return `“${line}”里的引号或括号没有收尾；请补上，引号和括号都要成对、用半角`
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return '行首用了 Tab 键；请改成空格，同一级的各项空格一样多'
    case 'BAD_ALIAS':
      return `“${line}”的值用 * 或 & 开头，会被当成引用；请把它放进单引号 ' '`
    case 'DUPLICATE_KEY':
      return `“${line.split(':')[0]}”写了两次；请删去一处`
    case 'BLOCK_AS_IMPLICIT_KEY':
      return `“${line}”里有不止一个“冒号加空格”，或者下一行的缩进不对；请把冒号后面的话放进单引号 ' '，同一级的各项对齐`
    case 'BAD_DQ_ESCAPE':
      return `“${line}”的双引号里有反斜杠 \\；请改成 /，或换用单引号`
    case 'BAD_SCALAR_START':
      return `“${line}”的值不能用这个符号开头；请把它放进单引号 ' '`
    default: // BAD_INDENT, MISSING_CHAR, UNEXPECTED_TOKEN and the like
      return `“${line}”的缩进不对，或者少了冒号、“- ”；请把同一级的各项对齐，每项写成“项: 值”，冒号半角、后面空一格`
  }
}
