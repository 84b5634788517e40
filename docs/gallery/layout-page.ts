import type { SlideInfo } from '@slidev/types'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

export interface Layout {
  /** As `layout:` names it */
  name: string
  /** What it is for, as its file says on top */
  purpose: string
  /** Its frontmatter, as the TypeScript that declares it; none for a layout that draws only the deck's own data */
  props?: string
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

/** docs/layouts.md: each layout with its picture, its frontmatter, and the slide that shows it. */
export function layoutPage(examples: (Layout & { slide?: SlideInfo })[]): string {
  return `# Layouts

A slide is a headline, a few lines of frontmatter and a note; its layout draws the rest. Every layout also takes
\`chapter:\` on the slide that opens a chapter, and \`draft: true\` until the bureau has confirmed the slide.
This page is made by \`npm run gallery\` from \`layouts/\` and the deck.
${examples.map(section).join('')}`
}

function section({ name, purpose, props, slide }: Layout & { slide?: SlideInfo }): string {
  return [
    `\n## ${name}`,
    purpose,
    slide && `![](layouts/${name}.jpg)`,
    props && fenced('ts', props),
    slide && fenced('md', `---\n${slide.frontmatterRaw?.trim() ?? ''}\n---\n\n${slide.content.trim()}`),
  ].filter(Boolean).join('\n\n').concat('\n')
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}
