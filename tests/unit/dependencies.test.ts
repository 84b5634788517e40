import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

/** Where the deck's own sources are, which are built with it; docs/, scripts/, tests/ and bench/ are for who works on them */
const DECK = ['check.ts', 'vite.config.ts', 'slide-top.vue', 'components', 'composables', 'layouts', 'setup', 'styles']
const PACKAGES = readdirSync('packages').map(name => `packages/${name}`)
/** Of packages that are installed: not by a path, and not made by Node, Vite or Slidev */
const INSTALLED = /^(?!node:|virtual:|[./#])(?:@[^/]+\/)?[^/]+/

function importsOf(sources: string[]): string[] {
  const files = sources.flatMap(source => /\.\w+$/.test(source) ? source : readdirSync(source, { recursive: true, encoding: 'utf8' }).map(file => join(source, file)))
  const scripts = files.filter(file => /\.(?:ts|vue)$/.test(file) && !/\/(?:tests|node_modules)\//.test(file)).map((file) => {
    const text = readFileSync(file, 'utf8')
    return file.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script).join('\n') : text
  })
  const addresses = scripts.flatMap(script => ts.preProcessFile(script).importedFiles.map(({ fileName }) => fileName))
  return [...new Set(addresses.flatMap(address => address.match(INSTALLED)?.[0] ?? []))].sort()
}

it.each([['.', DECK], ...PACKAGES.map((folder): [string, string[]] => [folder, [folder]])])('%s/package.json names what its sources import, so that an installation without devDependencies has it', (folder, sources) => {
  const { name, dependencies, peerDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const imports = importsOf(sources)
  expect(imports.length).toBeGreaterThan(3)
  expect(imports.filter(address => ![name, ...Object.keys({ ...dependencies, ...peerDependencies })].includes(address))).toEqual([])
})
