import type { CompilerError } from 'vue/compiler-sfc'
import type { Vocabulary } from './vocabulary'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createMarkdownExit } from 'markdown-exit'
import { camelize } from 'vue'
import { compileTemplate } from 'vue/compiler-sfc'
import { say } from '../languages/say'
import { nearest } from './nearest'
import { linesIn } from './position'
import { pascalCase } from './vocabulary'

export interface ContentFault {
  /** Of the content, from 0 */
  line: number
  message: string
}

const require = createRequire(import.meta.url)

/** The plugin with which Slidev's Markdown knows Vue's tags: the one that its own packages bring */
function slidevsComponentPlugin() {
  const ofSlidev = createRequire(require.resolve('@slidev/cli/package.json'))
  const ofMarkdown = createRequire(ofSlidev.resolve('unplugin-vue-markdown'))
  return ofMarkdown('@mdit-vue/plugin-component').componentPlugin
}

/** As Slidev sets it up; code is left out, since Vue passes over it */
const markdown = createMarkdownExit({ html: true, linkify: true, xhtmlOut: true })
markdown.use(slidevsComponentPlugin())
for (const code of ['fence', 'code_block', 'code_inline'])
  markdown.renderer.rules[code] = (tokens, index) => '\n'.repeat(linesIn(tokens[index].content))

/** Numbers of @vue/compiler-core's ElementTypes and NodeTypes */
const [NATIVE, TEMPLATE] = [0, 3]
const [ELEMENT, TEXT, ATTRIBUTE] = [1, 2, 6]

/** What any element or picture takes (HTML, 3.2.6), Vue's own, and what is too short to be nearly anything */
const GLOBAL_ATTRIBUTES = /^(?:.{1,3}|class|style|lang|title|hidden|inert|role|tabindex|slot|href|width|height|name|type|(?:data|aria|on).+)$/

/** Its ErrorCodes of a tag that goes wrong before its end */
const IN_TAG = [9, 17, 22]

const OPENING = '<Layout>'

/**
 * What a slide's content gets wrong as Vue will see it: tags, expressions, names of components.
 *
 * @param content Markdown
 * @param vocabulary
 * @param vocabulary.components names in PascalCase
 * @param vocabulary.componentProps the props that one of them declares
 */
export function templateFaults(content: string, { components, componentProps }: Pick<Vocabulary, 'components' | 'componentProps'>): ContentFault[] {
  const { html, lineOf } = render(withoutScripts(content))
  const { errors, ast } = compile(OPENING + html)
  if (errors.length > 0) {
    // an open tag or expression is told of for every tag around it; the innermost comes first
    const [error] = errors
    const offset = (error.loc?.start.offset ?? 0) - OPENING.length
    const isInTag = IN_TAG.includes(Number(error.code))
    return [{ line: lineOf(isInTag ? html.lastIndexOf('<', offset - 1) : offset), message: compilerMessage(error, html.slice(offset)) }]
  }
  return elementsOf(ast).flatMap((element) => {
    const line = lineOf(element.loc.start.offset - OPENING.length)
    const name = pascalCase(element.tag)
    const known = [NATIVE, TEMPLATE].includes(element.tagType) || element.tag === 'Layout' || components.has(name)
    if (!known && !isIcon(element.tag)) {
      const guess = nearest(name, [...components])
      return [{ line, message: say.mistakes.noComponent(element.tag, guess) }]
    }
    return element.tagType === NATIVE ? [] : misspeltProps(element, componentProps(name)).map(message => ({ line, message }))
  })
}

/** An attribute that no prop is named like goes to the component's element, as `class` does; one that is nearly a prop is a slip. */
function misspeltProps(element: any, declared: string[]): string[] {
  const names: string[] = element.props.map((prop: any) => prop.type === ATTRIBUTE ? prop.name : prop.name === 'bind' ? prop.arg?.content : undefined).filter(Boolean)
  return names.filter(name => !GLOBAL_ATTRIBUTES.test(name) && !declared.includes(camelize(name))).flatMap((name) => {
    const guess = nearest(camelize(name), declared)
    return guess ? [`<${element.tag}> 没有“${name}”这个属性；是不是 ${guess}？请改正名称`] : []
  })
}

/** `<carbon-home />`: Slidev takes icons of every collection that is installed. */
function isIcon(tag: string): boolean {
  const parts = tag.split(/[-:]/)
  return parts.some((_, index) => index > 0 && iconsOf(parts.slice(0, index).join('-')).has(parts.slice(index).join('-')))
}

const iconSets = new Map<string, Set<string>>()
function iconsOf(collection: string): Set<string> {
  if (!iconSets.has(collection)) {
    iconSets.set(collection, new Set(namesIn(collection)))
  }
  return iconSets.get(collection)!
}

/** None if the collection isn't installed */
function namesIn(collection: string): string[] {
  try {
    return Object.keys(require(`@iconify-json/${collection}/icons.json`).icons)
  }
  catch {
    return []
  }
}

/** HTML of the content, and a way back to its lines, which each block of Markdown keeps */
function render(content: string) {
  const blocks: { offset: number, line: number }[] = []
  let html = ''
  for (const token of markdown.parse(content, {})) {
    // cells have no lines of their own: theirs is the row's
    blocks.push({ offset: html.length, line: token.map?.[0] ?? blocks.at(-1)?.line ?? 0 })
    html += markdown.renderer.render([token], markdown.options, {})
  }
  function lineOf(offset: number): number {
    const block = blocks.findLast(block => block.offset <= offset) ?? { offset: 0, line: 0 }
    return block.line + linesIn(html.slice(block.offset, Math.max(block.offset, offset)))
  }
  return { html, lineOf }
}

interface Compiled { errors: CompilerError[], ast?: any }

/** By the HTML: a slide is asked for its elements many times, and at each save most slides are what they were. */
const compiled = new Map<string, Compiled>()

function compile(html: string): Compiled {
  const known = compiled.get(html)
  if (known)
    return known
  if (compiled.size > 1000)
    compiled.clear()
  const result = compileAnew(html)
  compiled.set(html, result)
  return result
}

function compileAnew(html: string): Compiled {
  try {
    const { errors, ast } = compileTemplate({ source: `${html}</Layout>`, filename: 'slide.vue', id: 'slide', transformAssetUrls: false })
    return { errors: errors.map(error => typeof error === 'string' ? new SyntaxError(error) as CompilerError : error), ast }
  }
  catch (error) {
    return { errors: [error as CompilerError] }
  }
}

const UNFINISHED = '标签没有写完；请补上收尾的 >，引号要成对、用半角'

/** Numbers of @vue/compiler-core's ErrorCodes, which Vue's public package doesn't name */
const MESSAGES: Record<number, (tag: string) => string> = {
  2: () => '同一个标签里，有一项写了两次；请删去一个',
  9: () => UNFINISHED,
  17: () => UNFINISHED,
  22: () => UNFINISHED,
  23: tag => `${tag} 多余，前面没有与它配对的标签；请删去它`,
  24: tag => `${tag} 没有收尾；请补上 </${tag.match(/[\w-]+/)?.[0]}>`,
  25: () => '{{ 没有收尾；请补上 }}，不是要写算式就删去 {{',
  46: () => '{{ }} 或引号里的算式写得不对；请检查括号、引号是否成对、用半角',
}

/** What an error means; `rest` of the HTML begins where it is. */
function compilerMessage({ code, message }: CompilerError, rest: string): string {
  const tag = rest.match(/^<[^>\n]*>?/)?.[0] ?? '标签'
  return MESSAGES[Number(code)]?.(tag) ?? `这一页的标签写得不对（${message.split('\n')[0]}）；请对照同类的页改正`
}

function elementsOf(node: any): any[] {
  return [...node?.type === ELEMENT ? [node] : [], ...[...node?.children ?? [], ...node?.branches ?? []].flatMap(elementsOf)]
}

/** An element or a component as a slide's content has it */
export interface ContentElement {
  tag: string
  isNative: boolean
  /** Of the content, from 0 */
  line: number
  /** Attributes as text, numbers as numbers; a prop that computes something is left out, since only the slide knows it */
  props: Record<string, unknown>
}

/** Every element of a slide's content, be it Markdown's or a tag; none while the content has faults of its own. */
export function elementsIn(content: string): ContentElement[] {
  const { html, lineOf } = render(withoutScripts(content))
  return elementsOf(compile(OPENING + html).ast).map(element => ({
    tag: element.tag,
    isNative: element.tagType === NATIVE,
    line: lineOf(element.loc.start.offset - OPENING.length),
    props: Object.fromEntries(element.props.flatMap((prop: any): [string, unknown][] => {
      if (prop.type === ATTRIBUTE)
        return [[prop.name, prop.value?.content]]
      const literal = numberOf(prop.exp?.loc.source ?? '')
      return literal === undefined ? [] : [[prop.arg?.content, literal]]
    })),
  }))
}

/**
 * Every place where a slide's content has a component; none while the content has faults of its own.
 *
 * @param content Markdown
 * @param name in PascalCase; every component without it
 */
export function componentsIn(content: string, name?: string): ContentElement[] {
  return elementsIn(content).filter(({ tag, isNative }) => name ? pascalCase(tag) === name : !isNative)
}

/** The blocks of code of a slide's content: what stands behind their fence, and its line, from 0 */
export function fencesIn(content: string): { info: string, line: number }[] {
  return markdown.parse(content, {}).filter(({ type }) => type === 'fence').map(({ info, map }) => ({ info, line: map?.[0] ?? 0 }))
}

/** The links of a slide's content that are written in Markdown, each with its line, from 0 */
export function markdownLinksIn(content: string): { address: string, line: number }[] {
  return markdown.parse(content, {}).flatMap(({ children, map }) => (children ?? []).filter(({ type }) => type === 'link_open').map(link => ({ address: decoded(link.attrGet('href') ?? ''), line: map?.[0] ?? 0 })))
}

/** A block of a slide's content as readers see it */
export interface ContentText {
  text: string
  /** Line of the content, from 0, on which a place in the text stands */
  lineOf: (index: number) => number
}

/** Elements that don't part the words around them */
const INLINE = /^(?:[abiqsu]|abbr|cite|code|del|em|font|ins|kbd|mark|ruby|small|span|strong|sub|sup|wbr)$/

/**
 * The words of a slide's content, block by block: without tags, addresses, expressions, code and the numbers of lists.
 * None while the content has faults of its own.
 *
 * @param content Markdown
 */
export function textsIn(content: string): ContentText[] {
  const { html, lineOf } = render(withoutScripts(content))
  const blocks: ContentText[] = []
  let pieces: { from: number, line: number }[] = []
  let text = ''
  const flush = () => {
    const lines = pieces
    if (text.trim())
      blocks.push({ text, lineOf: index => lines.findLast(({ from }) => from <= index)?.line ?? 0 })
    pieces = []
    text = ''
  }
  const visit = (node: any) => {
    if (!node || typeof node !== 'object' || node.type === ATTRIBUTE)
      return
    if (node.type === TEXT) {
      let { offset } = node.loc.start
      for (const line of node.content.split(/(?<=\n)/)) {
        pieces.push({ from: text.length, line: lineOf(offset - OPENING.length) })
        text += line
        offset += line.length
      }
      return
    }
    const isBlock = node.type === ELEMENT && !INLINE.test(node.tag)
    if (isBlock)
      flush()
    for (const child of [...node.children ?? [], ...node.branches ?? [], node.content])
      visit(child)
    if (isBlock)
      flush()
  }
  visit(compile(OPENING + html).ast)
  flush()
  return blocks
}

/** A picture, film or sound that a slide names */
export interface Medium {
  address: string
  kind: 'picture' | 'film' | 'sound'
  /** Of the content, from 0 */
  line: number
}

/** The attributes by which elements name pictures, films and sounds */
const MEDIA: Record<string, Record<string, Medium['kind']>> = {
  img: { src: 'picture' },
  video: { src: 'film', poster: 'picture' },
  audio: { src: 'sound' },
  source: { src: 'film' },
}

const FILM = /\.(?:mp4|m4v|mov|webm|ogv)(?:[?#]|$)/i
const SOUND = /\.(?:mp3|m4a|aac|wav|ogg|oga|opus|flac)(?:[?#]|$)/i

/** The pictures, films and sounds of a slide's content, by Markdown or by tag; none while the content has faults of its own */
export function mediaIn(content: string): Medium[] {
  return elementsIn(content).flatMap(({ tag, isNative, line, props }) => Object.entries(isNative ? MEDIA[tag] ?? {} : {})
    .filter(([name]) => props[name])
    .map(([name, kind]) => ({ address: decoded(String(props[name])), line, kind })))
}

export function isOnlineAddress(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address)
}

/** Pictures that Markdown doesn't take for one, and that stand on the slide as they are typed */
export function rawPicturesIn(content: string): ContentFault[] {
  return textsIn(content).flatMap(({ text, lineOf }) => [...text.matchAll(/!\[[^\]\n]*\]\([^()\n]*\)?/g)].map(({ 0: picture, index }) => ({
    line: lineOf(index),
    message: say.mistakes.rawPicture(picture),
  })))
}

/** Markdown writes addresses with `%`, whatever they are typed like. */
export function decoded(address: string): string {
  try {
    return decodeURI(address)
  }
  catch {
    return address
  }
}

/** The same lines without what Vue takes for a script or a style */
function withoutScripts(content: string): string {
  return content.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, block => block.replace(/\S/g, ' '))
}

/** The number that a template expression spells; undefined if it computes something */
function numberOf(expression: string): number | undefined {
  const number = Number(expression)
  return expression.trim() === 'NaN' || !Number.isNaN(number) ? number : undefined
}

/**
 * What is wrong with the address of a picture, film or sound; undefined if it is there, and what it is taken for.
 *
 * @param medium as the slide has it
 * @param medium.address
 * @param medium.kind what the slide takes it for
 * @param file that has it
 * @param root of the deck
 */
export function mediumFault({ address, kind }: Pick<Medium, 'address' | 'kind'>, file: string, root: string): string | undefined {
  const what = kind === 'sound' ? kind : FILM.test(address) ? 'film' : SOUND.test(address) ? 'sound' : kind
  if (/^data:/i.test(address))
    return undefined
  if (isOnlineAddress(address))
    return kind === 'picture' ? say.mistakes.medium.online(what, address) : undefined // see unshownFaults
  if (/^(?:[a-z]:|file:)/i.test(address))
    return say.mistakes.medium.elsewhere(what, address)
  if (address.includes('\\'))
    return say.mistakes.medium.backslash(what, address)
  if (!/^[./]/.test(address))
    return say.mistakes.medium.bare(what, address)
  if (kind === 'picture' && what !== 'picture')
    return say.mistakes.medium.noPicture(what, address)
  const path = address.split(/[?#]/)[0].replaceAll('%20', ' ')
  const place = path.startsWith('/') ? join(root, 'public', path) : join(dirname(file), path)
  if (existsSync(place) && !path.startsWith('/'))
    return say.mistakes.medium.relative(what, address)
  return existsSync(place) ? undefined : say.mistakes.medium.missing(what, address)
}
