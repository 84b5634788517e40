import type { Deck } from 'slidev-addon-speech/deck'
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { distFile, root } from 'slidev-addon-speech/deck'

/** What lies in dist/ and is not called by the deck's title */
const OTHERS = ['index.html', '404.html', '改稿对照.html']

/**
 * Documents beside the one just made that bear another title: made before the title was changed, and easily taken for the new ones.
 *
 * @param names of the files in the folder
 * @param title as it begins the names of this deck's documents
 * @param copied names of files that a build copies there from `public/`
 */
export function namedOtherwise(names: string[], title: string, copied: string[] = []): string[] {
  return names.filter(name => /\.(?:pdf|docx|html)$/.test(name) && !name.startsWith(title) && !OTHERS.includes(name) && !copied.includes(name))
}

/** Says so where there are such documents in dist/. */
export function sayOldTitles(deck: Deck) {
  const dist = distFile(deck, '')
  const [folder, shared] = [dirname(dist), join(root, 'public')].map(folder => existsSync(folder) ? readdirSync(folder) : [])
  const old = namedOtherwise(folder, basename(dist), shared)
  if (old.length > 0)
    console.warn(`dist/ 里还有别的题目的文件，是改题目以前做的，别拿错：${old.join('、')}`)
}
