import type { SlideInfo } from '@slidev/types'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'yaml'

export interface Layout {
  /** As `layout:` names it */
  name: string
  /** What it is for, as its file says on top */
  purpose: string
  /** Its frontmatter, as the TypeScript that declares it; none for a layout that draws only the deck's own data */
  props?: string
}

/** What the secretary reads of a layout */
export interface ChineseLayout {
  用途: string
  /** Of each property of its frontmatter, at any depth */
  属性: Record<string, string>
}

/** The layouts of this deck, read from their files. */
export function readLayouts(folder = 'layouts'): Layout[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.vue') && file !== 'error.vue') // Slidev's own, for slides that don't compile
    .map(file => parseLayout(basename(file, '.vue'), readFileSync(`${folder}/${file}`, 'utf8')))
}

/** @throws if the file doesn't say what it is for */
export function parseLayout(name: string, source: string): Layout {
  const purpose = source.match(/^<!--([\s\S]*?)-->/)?.[1].trim().replace(/\s+/g, ' ')
  if (!purpose)
    throw new Error(`layouts/${name}.vue does not say what it is for: begin the file with a comment <!-- … -->`)
  return { name, purpose, props: source.match(/defineProps<\{\n([\s\S]*?)\n\}>\(\)/)?.[1].replace(/^ {2}/gm, '') }
}

/** Names of the properties that a layout takes, at any depth */
export function propertiesOf({ props = '' }: Layout): string[] {
  return [...new Set([...props.replace(/\/\*\*.*?\*\//g, '').matchAll(/(\w+)\??:/g)].map(([, name]) => name))]
}

const CHINESE = 'docs/gallery/layouts.zh-CN.yaml'

/** @throws if the Chinese words and the layouts don't speak of the same properties */
export function inChinese(layouts: Layout[], words: Record<string, ChineseLayout> = parse(readFileSync(CHINESE, 'utf8'))): Record<string, ChineseLayout> {
  const gone = Object.keys(words).filter(name => !layouts.some(layout => layout.name === name))
  const wrong = [...gone, ...layouts.flatMap((layout) => {
    const described = Object.keys(words[layout.name]?.属性 ?? {})
    const taken = propertiesOf(layout)
    const differ = [...taken.filter(name => !described.includes(name)), ...described.filter(name => !taken.includes(name))]
    return words[layout.name] ? differ.map(name => `${layout.name}: ${name}`) : [layout.name]
  })]
  if (wrong.length > 0)
    throw new Error(`${CHINESE} and layouts/ don't name the same properties. Write or remove there: ${wrong.join(', ')}`)
  return words
}

/** docs/layouts.md: each layout with its picture, its frontmatter, and the slide that shows it. */
export function layoutPage(examples: (Layout & { slide?: SlideInfo })[], chinese: Record<string, ChineseLayout>): string {
  return `# Layouts · 版式

A slide is a headline, a few lines of frontmatter and a note; its layout draws the rest. Every layout also takes
\`chapter:\` on the slide that opens a chapter, and \`draft: true\` until the bureau has confirmed the slide.
This page is made by \`npm run gallery\` from \`layouts/\`, [their words in Chinese](gallery/layouts.zh-CN.yaml) and the deck.

一页由标题、几行属性（写在两条 \`---\` 之间）和讲稿组成，其余由版式画出。每种版式都还可以写 \`chapter:\`（这一页起是新的一章）和
\`draft: true\`（局里确认之前）。标有 \`?\` 的属性可以不写。
${examples.map(layout => section(layout, chinese[layout.name])).join('')}`
}

function section({ name, purpose, props, slide }: Layout & { slide?: SlideInfo }, chinese: ChineseLayout): string {
  return [
    `\n## ${name}`,
    purpose,
    chinese.用途,
    slide && `![](layouts/${name}.jpg)`,
    props && fenced('ts', props),
    props && table(chinese.属性),
    slide && fenced('md', `---\n${slide.frontmatterRaw?.trim() ?? ''}\n---\n\n${slide.content.trim()}`),
  ].filter(Boolean).join('\n\n').concat('\n')
}

function table(properties: Record<string, string>): string {
  return ['| 属性 | 含义 |', '| --- | --- |', ...Object.entries(properties).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`)].join('\n')
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}
