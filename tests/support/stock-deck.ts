import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { root } from 'slidev-addon-speech/deck'

function SLIDES(theme: string) {
  return `---
theme: ${theme}
fonts: { provider: none }
title: Three slides
layout: default
---

# Three slides

A stock deck

<!-- Good morning. -->

---

# The second

- one
- two

<v-click>

Later

</v-click>

<!-- It says [click] more. -->

---
layout: center
---

# The end

<!-- Thank you. -->
`
}

/**
 * A deck of somebody else's, outside the repository: three English slides that know nothing of these packages, which lie
 * in its node_modules as npm unpacks them. All other packages are those that are installed here, so no network is needed.
 *
 * @param options
 * @param options.theme as headmatter names it
 * @param options.addons of these packages, by their short names
 * @param options.tarballs of all packages
 * @returns its folder, which the caller removes
 */
export function makeStockDeck({ theme, addons, tarballs }: { theme: string, addons: string[], tarballs: string[] }): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stock-deck-')))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(root, 'node_modules')).filter(name => !name.startsWith('.') && !name.startsWith('slidev-addon-')))
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction')
  for (const tarball of tarballs) {
    const target = join(modules, basename(tarball).replace(/-\d.*$/, ''))
    mkdirSync(target)
    execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'stock-deck', type: 'module', private: true, slidev: { addons: addons.map(name => `slidev-addon-${name}`) } }))
  writeFileSync(join(folder, 'slides.md'), SLIDES(theme))
  return folder
}

export function removeDeck(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
