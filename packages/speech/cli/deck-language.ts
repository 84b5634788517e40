import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The `lang` of a deck's headmatter, also while there is something else in it that can't be read.
 *
 * @param folder of its slides.md
 */
export function languageOf(folder: string): string | undefined {
  const file = join(folder, 'slides.md')
  const headmatter = existsSync(file) ? /^\uFEFF?---[\s\S]*?\n---/.exec(readFileSync(file, 'utf8'))?.[0] : undefined
  return headmatter?.match(/^lang:\s*['"]?([\w-]+)/m)?.[1]
}
