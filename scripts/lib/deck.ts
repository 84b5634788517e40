import type { SlidevData } from '@slidev/types'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from '@slidev/parser/fs'

/** The folder that holds slides.md */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** The deck as Slidev itself parses it: every slide with its frontmatter, content and notes */
export async function loadDeck(): Promise<Omit<SlidevData, 'config' | 'themeMeta'>> {
  return load({ userRoot: root, roots: [root], allowedRoots: [root] } as Parameters<typeof load>[0], join(root, 'slides.md'))
}
