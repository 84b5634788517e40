import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Setups that run in the browser */
const CLIENT_SETUPS = /^setup\/(?:main|root|routes|shortcuts)\.ts$/
/** What of a deck's or addon's folder never comes into the browser by itself */
const ELSEWHERE = ['node_modules', 'packages', 'public', 'tests', 'docs', 'bench', 'scripts', 'bin']

/**
 * The files that theme, addons and deck bring to the browser: their components and style sheets, their setups, and
 * whatever script these import.
 *
 * @param roots theme, addons and deck, as Slidev resolves them
 * @returns their paths, each with its text
 */
export function clientSources(roots: string[]): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (file: string) => {
    if (found.has(file))
      return
    const text = readFileSync(file, 'utf8')
    found.set(file, text)
    for (const [, address] of text.matchAll(/(?:from|import)\s*(?:\(\s*)?'([^']+)'/g)) {
      const imported = resolveSource(address, file)
      if (imported)
        visit(imported)
    }
  }
  for (const folder of roots.map(folder => realpathSync(folder)))
    filesIn(folder).filter(file => /\.(?:vue|css)$/.test(file) || CLIENT_SETUPS.test(file)).forEach(file => visit(join(folder, file)))
  return found
}

/** The file of ours that an import names; undefined for libraries */
function resolveSource(address: string, importer: string): string | undefined {
  if (address.startsWith('slidev-addon-'))
    return realpathSync(createRequire(importer).resolve(address))
  return address.startsWith('.')
    ? ['', '.ts', '.vue', '/index.ts'].map(end => join(dirname(importer), address + end)).find(file => statSync(file, { throwIfNoEntry: false })?.isFile())
    : undefined
}

function filesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name.startsWith('dist') || ELSEWHERE.includes(entry.name))
      return []
    const path = below ? `${below}/${entry.name}` : entry.name
    return entry.isDirectory() ? filesIn(folder, path) : [path]
  })
}
