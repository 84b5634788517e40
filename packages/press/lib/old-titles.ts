import type { Deck } from 'slidev-addon-speech/deck'
import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { outFile, outFolder } from 'slidev-addon-speech/deck'
import { english } from '../languages/en'
import { say } from '../languages/say'
import { chinese } from '../languages/zh-CN'

/** What lies in out/ and is not called by the deck's title */
const OTHERS = [chinese.files.comparison, english.files.comparison]

/**
 * Documents beside the one just made that bear another title: made before the title was changed, and easily taken for the new ones.
 *
 * @param names of the files in the folder
 * @param title as it begins the names of this deck's documents
 */
export function namedOtherwise(names: string[], title: string): string[] {
  return names.filter(name => /\.(?:pdf|docx|html)$/.test(name) && !name.startsWith(title) && !OTHERS.includes(name))
}

/** Says so where there are such documents in out/. */
export function sayOldTitles(deck: Deck) {
  const old = existsSync(outFolder) ? namedOtherwise(readdirSync(outFolder), basename(outFile(deck, ''))) : []
  if (old.length > 0)
    console.warn(say.oldTitles(old))
}
