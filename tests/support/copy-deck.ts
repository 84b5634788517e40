import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/lib/deck'

/** What a copy doesn't need */
const LEFT_OUT = ['dist', 'dist-attendees', 'gallery', '.cache', '.git', 'tests', 'docs', 'bench']

/** Too large to copy; the rest is copied, since Slidev takes no layout from outside its folder */
const LINKED = ['node_modules', 'fonts']

/**
 * A copy of the deck whose files may be changed.
 *
 * @param name of its folder under .cache/variants
 * @param but files and folders of the root that it has of its own
 * @returns its folder
 */
export function copyDeck(name: string, but: string[] = []): string {
  const folder = join(root, '.cache/variants', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(root).filter(entry => ![...LEFT_OUT, ...but].includes(entry))) {
    if (LINKED.includes(entry))
      symlinkSync(join(root, entry), join(folder, entry))
    else
      cpSync(join(root, entry), join(folder, entry), { recursive: true })
  }
  return folder
}
