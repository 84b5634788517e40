import type { SlidevData } from '@slidev/types'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { load } from '@slidev/parser/fs'
import { isChinese } from './language'
import { withoutPending } from './pending'

/** The folder that holds slides.md: commands run in it */
export const root = process.cwd()

/** Where finished files go; not `dist/`, which is put on web servers as it is, and which a build empties */
export const outFolder = join(root, 'out')

export type Deck = Omit<SlidevData, 'config' | 'themeMeta'>

/**
 * The deck as Slidev itself parses it: every slide with its frontmatter, content and notes
 *
 * @param folder of its slides.md
 * @param read how a file is read
 */
export async function loadDeck(folder = root, read = readText): Promise<Deck> {
  return load({ userRoot: folder, roots: [folder], allowedRoots: [folder] } as Parameters<typeof load>[0], join(folder, 'slides.md'), read)
}

/** A text without the mark (BOM) that editors on Windows may put in front */
async function readText(file: string): Promise<string> {
  return new TextDecoder().decode(await readFile(file))
}

/**
 * Where a finished file goes: `out/<deck title><ending>`.
 *
 * @param deck as parsed
 * @param ending with the extension, e.g. `（讲义）.pdf`
 */
export function outFile(deck: Deck, ending: string): string {
  const { lang, title = isChinese(lang) ? '幻灯片' : 'slides' } = deck.headmatter as { lang?: string, title?: string }
  const name = withoutPending(title).replace(/[<>:"/\\|?*]/g, '').trim() // a title may hold what a file's name can't, on Windows above all
  return join(outFolder, `${name}${ending}`)
}
