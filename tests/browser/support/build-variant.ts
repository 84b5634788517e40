import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from 'slidev-addon-speech/deck'
import { copyDeck } from '../../support/copy-deck'

/**
 * A deck of other slides, with everything else as it is here.
 *
 * @param name of its folder under .cache/variants
 * @param slides the text of its slides.md
 * @returns its folder
 */
export function makeVariant(name: string, slides: string): string {
  const folder = copyDeck(name, ['slides.md', 'pages'])
  rmSync(join(folder, 'figures.yaml')) // its figures are this deck's
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
  return buildIn(makeVariant(name, slides), 'dist', ...options)
}

/** The same in a folder that is there, to the folder `out` in it */
export function buildIn(folder: string, out = 'dist', ...options: string[]): string {
  const env = { ...process.env, NODE_ENV: 'production' } // Vitest's own would keep what only development has
  execFileSync(process.execPath, [join(root, 'node_modules/@slidev/cli/bin/slidev.mjs'), 'build', '--out', out, ...options], { cwd: folder, env, stdio: 'pipe', encoding: 'utf8' })
  return join(folder, out)
}
