import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { say } from './languages/say'

type Kind = 'theme' | 'addon'

/**
 * Theme, addons and the deck itself, in the order in which Slidev takes them. Slidev's own resolver comes with all of its
 * server, which takes longer to load than a whole check; a test holds this one against it.
 *
 * @param root folder of slides.md
 * @param headmatter of it
 * @param headmatter.theme as it names it; default `default`
 * @param headmatter.addons the same
 * @throws Error that names the theme or addon that isn't there, and how to install it
 */
export function rootsOf(root: string, { theme = 'default', addons = [] }: { theme?: unknown, addons?: unknown } = {}): string[] {
  const found: string[] = []
  const add = (kind: Kind, name: string, from: string) => {
    const folder = folderOf(kind, name, from)
    if (!folder)
      throw new Error((kind === 'theme' ? say.noTheme : say.noAddon)(name, packageName(kind, name)))
    found.push(folder)
    if (kind === 'addon')
      addonsIn(folder).forEach(nested => add('addon', nested, folder))
  }
  if (theme && theme !== 'none')
    add('theme', String(theme), root)
  for (const addon of [...[addons].flat().map(String), ...addonsIn(root)])
    add('addon', addon, root)
  return [...new Set([...found, root])]
}

/** Where a theme or addon lies that is named by a path, or as a package by its name, short or whole; undefined if nowhere */
export function folderOf(kind: Kind, name: string, from: string): string | undefined {
  if (/^(?:\.|@?[/\\])/.test(name)) {
    const folder = join(from, name.replace(/^@/, ''))
    return existsSync(folder) ? folder : undefined
  }
  const folders = createRequire(join(from, 'package.json')).resolve.paths('slidev') ?? []
  const found = [name, `@slidev/${kind}-${name}`, `slidev-${kind}-${name}`]
    .flatMap(name => folders.map(folder => join(folder, name)))
    .find(folder => existsSync(join(folder, 'package.json')))
  return found && realpathSync(found)
}

/** Those that Slidev publishes itself */
const OFFICIAL_THEMES = ['default', 'seriph', 'apple-basic', 'bricks', 'shibainu']

/** What npm installs a theme or addon by */
export function packageName(kind: Kind, name: string): string {
  if (kind === 'theme' && OFFICIAL_THEMES.includes(name))
    return `@slidev/theme-${name}`
  return name.includes('/') || name.startsWith('slidev-') ? name : `slidev-${kind}-${name}`
}

/** What `slidev.addons` of a package.json lists */
function addonsIn(folder: string): string[] {
  const file = join(folder, 'package.json')
  const { slidev } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as { slidev?: { addons?: string[] } } : {}
  return slidev?.addons ?? []
}
