import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import type { Buffer } from 'node:buffer'
import type { Plugin } from 'vite'
import type { Face } from '../fonts/faces'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import process from 'node:process'
import { plainText } from '../composables/outline'
import { always, characters, readCharset } from '../fonts/charset'
import { chineseFaces } from '../fonts/faces'
import { features, subset } from '../fonts/subset'
import { editorError } from './editor-error'

/** A piece of the deck's text and where an editor finds it */
export interface Passage {
  text: string
  /** Relative to the deck, with forward slashes */
  file: string
  /** Slide or line, in Chinese */
  place: string
  /** Who shows it: every view, or only those with the speaker notes */
  part: 'shown' | 'note'
}

/** Every string and number in a value, however deep, e.g. of a slide's frontmatter */
export function strings(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number')
    return [String(value)]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

/** What the slides show, and what their notes say */
export function slidePassages(slides: SlideInfo[], root: string): Passage[] {
  return slides.flatMap(({ content, frontmatter, index, note, source, title }) => {
    const file = relative(root, source.filepath).split(sep).join('/')
    const place = `第 ${index + 1} 页${title ? `《${plainText(title)}》` : ''}`
    const shown = [content, title ?? '', ...strings(frontmatter)].join('\n')
    return [
      { text: shown, file, place, part: 'shown' as const },
      { text: note ?? '', file, place: `${place}的备注`, part: 'note' as const },
    ]
  })
}

/** Where words of the interface stand, beside the .vue files and index.html at the root */
const interfaceFolders = ['components', 'layouts', 'composables', 'setup', 'views', 'styles', 'facts']

/** The project's own sources line by line: buttons, labels and generated content are written there */
export function interfacePassages(root: string): Passage[] {
  const inFolders = interfaceFolders.filter(folder => existsSync(join(root, folder))).flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name.split(sep).join('/')}`))
  const files = [
    ...inFolders.filter(file => /\.(?:vue|ts|css|ya?ml)$/.test(file)),
    ...readdirSync(root).filter(file => file.endsWith('.vue') || file === 'index.html'),
  ]
  return files.flatMap(file => readFileSync(join(root, file), 'utf8').split('\n').map((text, i) =>
    ({ text, file, place: `第 ${i + 1} 行`, part: 'shown' as const })))
}

/** The text that a face has to draw */
export function textOf(face: Face, passages: Passage[]): string {
  const drawn = passages.filter(passage => face.text === 'everything' || passage.part === 'shown')
  return always + [...characters(drawn.map(passage => passage.text).join(''))].sort().join('')
}

/** Tells an editor, in Chinese, which characters no face can draw and where they stand; empty if there are none. */
export function missingReport(passages: Passage[], covered: Set<string>): string {
  const places = new Map<string, string[]>()
  for (const { text, file, place } of passages) {
    for (const character of characters(text)) {
      if (!covered.has(character))
        places.set(character, [...places.get(character) ?? [], `${file}，${place}`])
    }
  }
  if (!places.size)
    return ''
  return [
    `构建停止：字体里没有下列 ${places.size} 个字符。`,
    ...[...places].flatMap(([character, found]) =>
      [`  “${character}”（U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}）`, ...found.map(place => `    ${place}`)]),
    '请换用常用字或常用符号；若必须保留（如人名），请把它加入 fonts/charset.ts 的字表，再用 scripts/make-fonts.ts 重新制作字体。',
  ].join('\n')
}

/** Makes a face's subset, or finds it from an earlier build with the same text. */
async function cachedSubset(font: Buffer, face: Face, text: string, cache: string): Promise<string> {
  const key = createHash('sha256').update(font).update(text).update(features.join()).digest('hex').slice(0, 16)
  const path = join(cache, key, face.file)
  if (!existsSync(path)) {
    await mkdir(dirname(path), { recursive: true })
    const unfinished = `${path}.${process.pid}`
    await writeFile(unfinished, await subset(font, text))
    await rename(unfinished, path)
  }
  return path
}

/**
 * Serves the fonts under the name `@fonts`, which styles/fonts.css uses: the full files while editing, so that any
 * character can be typed; in a build subsets of what the deck shows. A character that the fonts lack stops the build.
 */
export function subsetFonts({ data, userRoot }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>): Plugin {
  const fonts = join(userRoot, 'fonts')
  const cache = join(userRoot, 'node_modules/.cache/deck-fonts')

  async function subsets() {
    const passages = [...slidePassages(data.slides, userRoot), ...interfacePassages(userRoot)]
    const report = missingReport(passages, readCharset(fonts))
    if (report)
      throw editorError(report)
    return Promise.all(chineseFaces.map(async face => ({
      find: `@fonts/${face.file}`,
      replacement: await cachedSubset(await readFile(join(fonts, face.file)), face, textOf(face, passages), cache),
    })))
  }

  return {
    name: 'deck:subset-fonts',
    async config(_, { command }) {
      return {
        resolve: {
          alias: [...command === 'build' ? await subsets() : [], { find: '@fonts', replacement: fonts }],
        },
      }
    },
  }
}
