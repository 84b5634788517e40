import type { SlidevData } from '@slidev/types'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from '@slidev/parser/fs'

/** The folder that holds slides.md */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

export type Deck = Omit<SlidevData, 'config' | 'themeMeta'>

/**
 * The deck as Slidev itself parses it: every slide with its frontmatter, content and notes
 *
 * @param folder the one that holds slides.md; default this project's
 */
export async function loadDeck(folder = root): Promise<Deck> {
  return load({ userRoot: folder, roots: [folder], allowedRoots: [folder] } as Parameters<typeof load>[0], join(folder, 'slides.md'))
}

/**
 * Where a finished file goes: `dist/<deck title><ending>`.
 *
 * @param deck as parsed
 * @param ending with the extension, e.g. `（讲义）.pdf`
 */
export function distFile(deck: Deck, ending: string): string {
  const { title = '幻灯片' } = deck.headmatter as { title?: string }
  const name = title.replace(/[<>:"/\\|?*]/g, '').trim() // a title may hold what a file's name can't, on Windows above all
  return join(root, 'dist', `${name}${ending}`)
}
