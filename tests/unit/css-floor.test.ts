import type { CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data'
import type { Declaration } from 'postcss'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import postcss from 'postcss'
import { FLOOR } from 'slidev-addon-podium/browsers/floor'
import { root } from 'slidev-addon-speech/deck'
import { expect, it } from 'vitest'

/** MDN's; as an import, it would be compiled for twenty seconds */
const { css: { properties, selectors, 'at-rules': atRules } } = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData

/** What style sheets may ask though a browser of the floor lacks it, and what is missing there */
const POLISH = {
  'text-wrap': 'lines of unequal length, a single character on the last one',
  'text-spacing-trim': 'punctuation at the start of a line takes its full width',
  'text-autospace': 'a browser without it sets no such space',
  'print-color-adjust': 'a build gives it the prefix that is needed',
  'translate': 'an underline nearer to its word',
  ':has': 'the surround of a dark slide is pale; two plain columns stay beside each other on an upright phone',
  '@container': 'upright.ts says it otherwise',
  'scrollbar-width': 'a wider bar',
  'break-after': 'a heading may end a printed page',
  'orphans': 'so may one line of a paragraph',
  'widows': 'one line of a paragraph may begin a printed page',
  'forced-color-adjust': 'no such mode in Safari',
  ':marker': 'Safari takes no `content` for it',
  'outline': 'square corners in Safari',
}

const sheets = ['styles', 'layouts', 'components', 'packages', 'slide-top.vue'].flatMap(filesIn).filter(file => /\.(?:css|vue)$/.test(file))
const minimum = FLOOR.map(browser => /([a-z]+)(\d+)/.exec(browser)!).map(([, name, version]) => [name, Number(version)] as const)

function filesIn(path: string): string[] {
  if (/\.\w+$/.test(path))
    return [path]
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap(entry => entry.name === 'node_modules' ? [] : entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`])
}

/** A build gives properties the prefixes that the floor needs */
function isThere({ support }: CompatStatement, browser: string, version: number): boolean {
  return [support[browser as keyof typeof support] ?? []].flat().some(({ flags, partial_implementation, version_added, prefix }) =>
    !flags && (!partial_implementation || prefix) && typeof version_added === 'string' && version_added !== 'preview' && Number.parseFloat(version_added.replace('≤', '')) <= version)
}

const isLacked = (feature?: Identifier) => feature?.__compat !== undefined && !minimum.every(([browser, version]) => isThere(feature.__compat!, browser, version))

function isGuarded({ parent }: Declaration): boolean {
  for (let at = parent as any; at; at = at.parent) {
    if (at.type === 'atrule' && at.name === 'supports')
      return true
  }
  return false
}

it('style sheets ask nothing that a browser of the floor lacks, unless it is mere polish', () => {
  const lacked = new Set<string>()
  for (const file of sheets) {
    const text = readFileSync(join(root, file), 'utf8')
    const css = file.endsWith('.vue') ? Array.from(text.matchAll(/<style[^>]*>(.*?)<\/style>/gs), ([, style]) => style).join('') : text
    postcss.parse(css).walk((node) => {
      const uses: [string, Identifier | undefined][] = []
      if (node.type === 'atrule')
        uses.push([`@${node.name}`, atRules[node.name]])
      if (node.type === 'rule')
        uses.push(...Array.from(node.selector.matchAll(/::?([a-z-]+)/g), ([, name]) => [`:${name}`, selectors[name]] as [string, Identifier]))
      if (node.type === 'decl' && !isGuarded(node))
        uses.push([node.prop, properties[node.prop]], ...Array.from(node.value.matchAll(/[a-z-]+/g), ([word]) => [node.prop, properties[node.prop]?.[word]] as [string, Identifier]))
      uses.filter(([, feature]) => isLacked(feature)).forEach(([name]) => lacked.add(name))
    })
  }
  expect([...lacked].sort()).toEqual(Object.keys(POLISH).sort())
})
