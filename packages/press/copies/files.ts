import type { SlidevData, SourceSlideInfo } from '@slidev/types'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files of public/ that a copy must not take along: those that only slides name which it goes without, be they left
 * out or hidden.
 *
 * @param data of the whole deck
 * @param data.slides that are shown
 * @param data.markdownFiles in which these and the hidden ones stand
 * @param kept the slides of the copy
 * @param root of the deck
 * @returns their paths in public/
 */
export function filesOfOthers({ slides, markdownFiles }: Pick<SlidevData, 'slides' | 'markdownFiles'>, kept: SlidevData['slides'], root: string): string[] {
  const sources = new Set(kept.map(({ source }) => source))
  const others = [...slides.map(({ source }) => source), ...Object.values(markdownFiles).flatMap(({ slides }) => slides)].filter(source => !sources.has(source))
  return publicFiles(root).filter(file => others.some(names(file)) && ![...sources].some(names(file)))
}

/** Paths of the files in a deck's public/, with forward slashes */
export function publicFiles(root: string): string[] {
  const folder = join(root, 'public')
  if (!existsSync(folder))
    return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
}

/** Whether a slide names a file, as an address may write it: /a.png, and not as a part of /photos/a.png or /a.png.webp */
function names(file: string) {
  const forms = [file, encodeURI(file), file.replaceAll(' ', '%20')].map(form => form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const address = new RegExp(`(?<![\\p{L}\\p{N}_%./~-])/(?:${forms.join('|')})(?!\\.?[\\p{L}\\p{N}_%-])`, 'u')
  return ({ raw }: SourceSlideInfo) => address.test(raw)
}
