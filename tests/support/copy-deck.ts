import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from 'slidev-addon-speech/deck'

/** What a copy doesn't need */
const LEFT_OUT = ['dist', 'dist-attendees', 'out', 'gallery', '.cache', '.git', 'tests', 'docs', 'bench', 'node_modules']

/** Of node_modules: what tells that they are installed, and their commands; the rest of its dotted names are caches */
const DOTTED = ['.bin', '.installed', '.package-lock.json']

/** Why a folder of the deck isn't copied: tests and packages of its own */
const isNoSource = (path: string) => ['node_modules', 'tests'].includes(basename(path))

/**
 * A copy of the deck whose files may be changed.
 *
 * @param name of its folder under .cache/variants
 * @param but files and folders of the root that it has of its own
 * @returns its folder
 */
export function copyDeck(name: string, but: string[] = []): string {
  const folder = join(root, '.cache/variants', name)
  copyDeckTo(folder, but)
  return folder
}

/**
 * The same to a place that is named, which is emptied before. The copy stands as a clone would: its packages are its own,
 * since Slidev takes no layout from outside its folder, and two ways to one module would make two modules of it.
 *
 * @param folder of the copy
 * @param but files and folders of the root that it has of its own
 */
export function copyDeckTo(folder: string, but: string[] = []): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(root).filter(entry => ![...LEFT_OUT, ...but].includes(entry)))
    cpSync(join(root, entry), join(folder, entry), { recursive: true, filter: path => path === join(root, entry) || !isNoSource(path) })
  linkPackages(folder)
}

/** What is installed here, and for the deck's own packages those of the copy */
function linkPackages(folder: string) {
  const installed = join(root, 'node_modules')
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(installed).filter(name => !name.startsWith('.') || DOTTED.includes(name))) {
    const target = realpathSync(join(installed, name))
    const own = join(folder, 'packages', basename(target))
    const isOwn = name.startsWith('slidev-addon-') && existsSync(own)
    symlinkSync(isOwn ? own : target, join(folder, 'node_modules', name), 'junction') // which Windows lets anyone make
  }
}
