import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Buffer } from 'node:buffer'
import type { Plugin } from 'vite'
import type { Face } from './faces'
import type { Passage } from './passages'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { always, characters, fontFolder } from './charset'
import { chineseFaces } from './faces'
import { interfacePassages, slidePassages } from './passages'
import { features, subset } from './subset'

/** The text that a face has to draw */
export function textOf(face: Face, passages: Passage[]): string {
  const drawn = passages.filter(passage => face.text === 'everything' || passage.part === 'shown')
  return always + [...characters(drawn.map(passage => passage.text).join(''))].sort().join('')
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
 * character can be typed; in a build subsets of what the deck shows. The check of the deck finds characters that the fonts lack.
 */
export function subsetFonts({ data, userRoot, roots }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot' | 'roots'>): Plugin {
  const cache = join(userRoot, 'node_modules/.cache/deck-fonts')

  async function subsets() {
    const passages = [...data.slides.flatMap(slidePassages), ...interfacePassages(userRoot, roots)]
    return Promise.all(chineseFaces.map(async face => ({
      find: `@fonts/${face.file}`,
      replacement: await cachedSubset(await readFile(join(fontFolder, face.file)), face, textOf(face, passages), cache),
    })))
  }

  return {
    name: 'deck:subset-fonts',
    async config(_, { command }) {
      return {
        resolve: {
          alias: [...command === 'build' ? await subsets() : [], { find: '@fonts', replacement: fontFolder }],
        },
      }
    },
  }
}
