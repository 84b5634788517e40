import type { CompilerError } from 'vue/compiler-sfc'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createMarkdownExit } from 'markdown-exit'
import { compileTemplate } from 'vue/compiler-sfc'
import { counterFaults } from '../composables/counter-faults'
import { nearest } from './nearest'
import { linesIn } from './position'
import { pascalCase } from './vocabulary'

export interface ContentFault {
  /** Of the content, from 0 */
  line: number
  message: string
}

/** As Slidev sets it up; code is left out, since Vue passes over it */
const markdown = createMarkdownExit({ html: true, linkify: true, xhtmlOut: true })
for (const code of ['fence', 'code_block', 'code_inline'])
  markdown.renderer.rules[code] = (tokens, index) => '\n'.repeat(linesIn(tokens[index].content))

/** Numbers of @vue/compiler-core's ElementTypes and NodeTypes */
const [NATIVE, ELEMENT, ATTRIBUTE] = [0, 1, 6]

/** Its ErrorCodes of a tag that goes wrong before its end */
const IN_TAG = [9, 17, 22]

const OPENING = '<Layout>'

/**
 * What a slide's content gets wrong as Vue will see it: tags, expressions, names of components, numbers of counters.
 *
 * @param content Markdown
 * @param components names in PascalCase
 */
export function templateFaults(content: string, components: Set<string>): ContentFault[] {
  const { html, lineOf } = render(content.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, block => block.replace(/\S/g, ' ')))
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
    const known = element.tagType === NATIVE || element.tag === 'Layout' || components.has(name)
    if (!known) {
      const guess = nearest(name, [...components])
      return [{ line, message: `没有 <${element.tag}> 这个组件；${guess ? `是不是 <${guess}>？` : '可用的组件在 components/ 里；'}请改正名称` }]
    }
    return name === 'StatCounter' ? inlineCounterFaults(element).map(fault => ({ line, message: `StatCounter 的 ${fault}` })) : []
  })
}

/** HTML of the content, and a way back to its lines, which each block of Markdown keeps */
function render(content: string) {
  const blocks: { offset: number, line: number }[] = []
  let html = ''
  for (const token of markdown.parse(content, {})) {
    blocks.push({ offset: html.length, line: token.map?.[0] ?? lineOf(html.length) })
    html += markdown.renderer.render([token], markdown.options, {})
  }
  function lineOf(offset: number): number {
    const block = blocks.findLast(block => block.offset <= offset) ?? { offset: 0, line: 0 }
    return block.line + linesIn(html.slice(block.offset, Math.max(block.offset, offset)))
  }
  return { html, lineOf }
}

function compile(html: string): { errors: CompilerError[], ast?: any } {
  try {
    const { errors, ast } = compileTemplate({ source: `${html}</Layout>`, filename: 'slide.vue', id: 'slide' })
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

/** Props that are expressions are judged on the slide */
function inlineCounterFaults(counter: any): string[] {
  const numbers = counter.props.flatMap((prop: any): [string, unknown][] => {
    if (prop.type === ATTRIBUTE) // written as text: value="698"
      return ['value', 'from', 'decimals', 'at', 'duration', 'delay'].includes(prop.name) ? [[prop.name, prop.value?.content]] : []
    const literal = numberOf(prop.exp?.loc.source ?? '')
    return literal === undefined ? [] : [[prop.arg?.content, literal]]
  })
  return counterFaults({ value: 0, ...Object.fromEntries(numbers) })
}

/** The number that a template expression spells; undefined if it computes something */
function numberOf(expression: string): number | undefined {
  const number = Number(expression)
  return expression.trim() === 'NaN' || !Number.isNaN(number) ? number : undefined
}

/**
 * What is wrong with the address of a picture; undefined if the picture is there.
 *
 * @param address as the slide has it
 * @param file that has it
 * @param root of the deck
 */
export function pictureFault(address: string, file: string, root: string): string | undefined {
  if (/^(?:https?:)?\/\//i.test(address))
    return `图片 ${address} 在网上，会场没有网络就看不到；请存到 public/ 文件夹，写成 /文件名`
  if (/^(?:[a-z]:|file:)/i.test(address))
    return `图片 ${address} 在这台电脑的别处，换一台电脑就没有了；请复制到 public/ 文件夹，写成 /文件名`
  if (address.includes('\\'))
    return `图片 ${address} 的路径用了反斜杠 \\；请改成 /`
  if (!/^[./]/.test(address))
    return `图片 ${address} 要写成 /${address}，文件放在 public/ 文件夹`
  const path = address.split(/[?#]/)[0].replaceAll('%20', ' ')
  const place = path.startsWith('/') ? join(root, 'public', path) : join(dirname(file), path)
  return existsSync(place) ? undefined : `找不到图片 ${address}；请把它放到 public/ 文件夹，写成 /文件名，或改正文件名`
}
