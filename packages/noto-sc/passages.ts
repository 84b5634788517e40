import type { SlideInfo } from '@slidev/types'
import { relative, sep } from 'node:path'
import { clientSources } from 'slidev-addon-speech/client-sources'

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

/**
 * The words of the deck's and its addons' interface, line by line: buttons, labels and generated content.
 *
 * @param root of the deck, which the files are named after
 * @param roots theme, addons and deck
 */
export function interfacePassages(root: string, roots: string[]): (Passage & { file: string, line: number })[] {
  const own = [...clientSources(roots)].filter(([file]) => !/[\\/]@slidev[\\/]/.test(file)) // Slidev's themes say nothing
  return own.flatMap(([file, source]) => source.split('\n').map((text, index) =>
    ({ text, file: relative(root, file).split(sep).join('/'), line: index + 1, part: 'shown' as const })))
}
