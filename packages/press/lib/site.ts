import type { Copy } from '../copies/copy'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { root } from 'slidev-addon-speech/deck'
import { build, buildSite as buildWhole, slidev } from 'slidev-addon-speech/site'
import { environmentOf, WHOLE } from '../copies/copy'

/**
 * Builds the deck for the exports, unless it is the whole one and no source is newer than its last build.
 *
 * @returns folder of the build
 * @throws an error if the build fails; its reasons are on the terminal
 */
export function buildSite(copy = WHOLE): string {
  if (!copy.attendees && !copy.range)
    return buildWhole()
  const folder = join(root, '.cache/site-of-copy')
  build(folder, optionsOf(copy), environmentOf(copy))
  return folder
}

/**
 * Builds the deck as one file, anew each time.
 *
 * @returns path of the file
 * @throws an error if the build fails; its reasons are on the terminal
 */
export function buildSingleFile(copy = WHOLE): string {
  const folder = join(root, '.cache/portable')
  build(folder, ['--router-mode', 'hash', ...optionsOf(copy)], { ...environmentOf(copy), DECK_SINGLE_FILE: '1' })
  return join(folder, 'index.html')
}

/** Of Slidev's build */
export function optionsOf({ attendees }: Copy): string[] {
  return attendees ? ['--without-notes'] : []
}

/**
 * Runs one of Slidev's own commands. Its banner and Vite's list of every file, in English, are dropped; warnings and
 * errors come through.
 *
 * @param options of `slidev`
 * @param env of our plugins
 * @returns its exit code
 */
export function runSlidev(options: string[], env: NodeJS.ProcessEnv = {}): number {
  return spawnSync(process.execPath, [slidev, ...options], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] }).status ?? 1
}
