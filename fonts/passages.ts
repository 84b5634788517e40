import type { SlideInfo } from '@slidev/types'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A piece of the deck's text */
export interface Passage {
  text: string
  /** Who shows it: every view, or only those with the speaker notes */
  part: 'shown' | 'note'
}

/** Every string and number in a value, however deep, e.g. of a slide's frontmatter */
export function strings(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number')
    return [String(value)]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

/** What a slide shows, and what its note says */
export function slidePassages({ content, frontmatter, note = '', title = '' }: SlideInfo): Passage[] {
  return [
    { text: [content, title, ...strings(frontmatter)].join('\n'), part: 'shown' },
    { text: note, part: 'note' },
  ]
}

/** Where words of the interface stand, beside the .vue files and index.html at the root */
const interfaceFolders = ['components', 'layouts', 'composables', 'setup', 'views', 'styles', 'facts']

/** The project's own sources line by line: buttons, labels and generated content are written there */
export function interfacePassages(root: string): (Passage & { file: string, line: number })[] {
  const inFolders = interfaceFolders.filter(folder => existsSync(join(root, folder))).flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name.split(sep).join('/')}`))
  const files = [
    ...inFolders.filter(file => /\.(?:vue|ts|css|ya?ml)$/.test(file)),
    ...readdirSync(root).filter(file => file.endsWith('.vue') || file === 'index.html'),
  ]
  return files.flatMap(file => readFileSync(join(root, file), 'utf8').split('\n').map((text, index) =>
    ({ text, file, line: index + 1, part: 'shown' as const })))
}
