import type { SourceSlideInfo } from '@slidev/types'
import { isNode } from 'yaml'

/** Line of the file, from 1, on which a place in the slide's own text stands */
export function lineAt({ raw, start }: SourceSlideInfo, offset: number): number {
  return start + linesIn(raw.slice(0, Math.max(0, offset))) + 1
}

/** Line of a place in the slide's frontmatter */
export function frontmatterLineAt(slide: SourceSlideInfo, offset: number): number {
  return lineAt(slide, slide.raw.indexOf(slide.frontmatterRaw ?? '') + offset)
}

/**
 * Line of an item of the slide's frontmatter; of what holds it if it isn't there
 *
 * @param slide as its file has it
 * @param path as `['rows', 0, 'after']`
 */
export function frontmatterLine(slide: SourceSlideInfo, path: (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const offset = offsetOf(slide.frontmatterDoc, path.slice(0, depth))
    if (offset !== undefined)
      return frontmatterLineAt(slide, offset)
  }
  return lineAt(slide, 0)
}

/** Where an item begins: with its key, or in a list with itself */
function offsetOf(document: SourceSlideInfo['frontmatterDoc'], path: (string | number)[]): number | undefined {
  const holder: any = path.length > 1 ? document?.getIn(path.slice(0, -1), true) : document?.contents
  const name = path.at(-1)
  const node = holder?.items?.find?.((item: any) => String(item.key) === String(name))?.key ?? holder?.items?.[name as number]
  return isNode(node) ? node.range?.[0] : undefined
}

/** Line of a place in the slide's content, the part between frontmatter and note */
export function contentLine(slide: SourceSlideInfo, offset: number): number {
  return lineAt(slide, contentStart(slide) + offset)
}

/** Line of a place in the slide's note */
export function noteLineAt(slide: SourceSlideInfo, offset: number): number {
  return lineAt(slide, slide.raw.indexOf(slide.note ?? '', slide.raw.lastIndexOf('<!--')) + offset)
}

/** First line on which a slide says something, outside its note or in it; the slide's own first line if it isn't found */
export function lineSaying(slide: SourceSlideInfo, words: string, part: 'shown' | 'note'): number {
  const noteStart = slide.note === undefined ? slide.raw.length : slide.raw.lastIndexOf('<!--')
  const found = slide.raw.indexOf(words, part === 'note' ? noteStart : 0)
  return lineAt(slide, part === 'shown' && found >= noteStart ? 0 : found)
}

function contentStart({ raw, contentRaw, frontmatterRaw = '' }: SourceSlideInfo): number {
  return raw.indexOf(contentRaw, raw.indexOf(frontmatterRaw) + frontmatterRaw.length)
}

export function linesIn(text: string): number {
  return text.split('\n').length - 1
}
