import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from '../../../scripts/lib/deck'

const copy = (from: string, to: string) => cpSync(from, to, { recursive: true })

/** What a variant has of its own, or doesn't need */
const OWN = ['slides.md', 'pages', 'dist', 'gallery', '.cache', '.git', 'tests', 'docs', 'bench']

/** Too large to copy; the rest is copied, since Slidev takes no layout from outside its folder */
const LINKED = ['node_modules', 'fonts']

/**
 * A deck of other slides, with everything else as it is here.
 *
 * @param name of its folder under .cache/variants
 * @param slides the text of its slides.md
 * @returns its folder
 */
export function makeVariant(name: string, slides: string): string {
  const folder = join(root, '.cache/variants', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(root).filter(entry => !OWN.includes(entry)))
    (LINKED.includes(entry) ? symlinkSync : copy)(join(root, entry), join(folder, entry))
  rmSync(join(folder, 'facts/figures.yaml')) // its figures are this deck's
  writeFileSync(join(folder, 'slides.md'), slides)
  return folder
}

/**
 * Builds such a deck.
 *
 * @param name of its folder
 * @param slides the text of its slides.md
 * @param options of `slidev build`
 * @returns the folder of the built deck
 * @throws Error whose `stderr` is what the build said, if it fails
 */
export function buildVariant(name: string, slides: string, ...options: string[]): string {
  const folder = makeVariant(name, slides)
  execFileSync(process.execPath, [join(root, 'node_modules/@slidev/cli/bin/slidev.mjs'), 'build', ...options], { cwd: folder, stdio: 'pipe', encoding: 'utf8' })
  return join(folder, 'dist')
}
