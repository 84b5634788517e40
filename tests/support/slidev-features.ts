import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { copyDeck } from './copy-deck'

export interface Feature {
  group: string
  name: string
  /** A slide that uses it, as it stands in slides.md */
  slide: string
  /** Part of what the check says to it when it reads the deck */
  refused?: string
  /** The same when it looks at the slide */
  seen?: string
}

const fixture = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url))
const groups = parse(readFileSync(fixture('slidev-features.yaml'), 'utf8')) as Record<string, Record<string, Omit<Feature, 'group' | 'name'>>>

/** What Slidev offers to a slide */
export const features: Feature[] = Object.entries(groups)
  .flatMap(([group, features]) => Object.entries(features).map(([name, feature]) => ({ group, name, ...feature })))

/** Of the talk, up to what is its cover's */
const [headmatter] = readFileSync(fixture('talk/slides.md'), 'utf8').split('\nlayout: cover')

/** The text of a deck with a cover, and after it a slide of each of these */
export function deckOfFeatures(features: Feature[]): string {
  const slides = features.map(({ slide }) => slide.startsWith('---') ? slide : slide.startsWith('```yaml') ? `---\n\n${slide}` : `---\nlayout: default\n---\n${slide}`)
  return [`${headmatter}\nlayout: cover\n---\n\n# 封面\n`, ...slides].join('\n')
}

/**
 * A deck with the files that the examples name.
 *
 * @param name of its folder under .cache/variants
 * @param slides the text of its slides.md
 * @returns its folder
 */
export function makeDeckOfFeatures(name: string, slides: string): string {
  const folder = copyDeck(name, ['slides.md', 'pages', 'figures.yaml'])
  writeFileSync(join(folder, 'slides.md'), slides)
  mkdirSync(join(folder, 'snippets'), { recursive: true })
  writeFileSync(join(folder, 'snippets/hello.ts'), 'export const a = b\n')
  for (const [file, source] of [['scene.png', fixture('media/scene.png')], ['film.webm', fixture('media/film.webm')], ['sound.wav', fixture('media/sound.wav')]])
    copyFileSync(source, join(folder, 'public', file))
  return folder
}
