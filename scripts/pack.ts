/**
 * `npm run pack`: the packages as they are published, each as a tarball in out/packages.
 *
 * A tarball holds JavaScript, since Node reads no TypeScript under node_modules. Components stay as they are: Vite
 * compiles them with the deck. So do `setup/vite-plugins.ts` and `setup/preparser.ts` by name, which Slidev asks for by
 * that name and reads with jiti; what is in them is JavaScript.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

interface Manifest {
  exports: Record<string, string>
  bin?: Record<string, string>
  devDependencies?: Record<string, string>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = join(root, 'packages')
/** Slidev loads these by their whole names */
const NODE_SETUPS = /^setup[/\\](?:vite-plugins|preparser)\.ts$/
const LEFT_OUT = new Set(['node_modules', 'tests', 'package.json'])
/** The README's, to files that are JavaScript here */
const LINK_TO_SOURCE = /(?<=\]\([\w/-]+)\.ts\)/g
const SPECIFIER = /(\bfrom\s*|\bimport\s*(?:\(\s*)?)(['"])(\.{1,2}\/[^'"]+)\2/g

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(packAll(join(root, 'out/packages')).map(file => relative(process.cwd(), file)).join('\n'))

/**
 * @param target folder that the tarballs go to
 * @returns their paths
 * @throws if an import leads nowhere, or npm can't pack
 */
export function packAll(target: string): string[] {
  mkdirSync(target, { recursive: true })
  return readdirSync(SOURCES).map((name) => {
    const staged = join(root, '.cache/packages', name)
    stage(join(SOURCES, name), staged)
    const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', target], { cwd: staged, encoding: 'utf8', shell: process.platform === 'win32' })) as { filename: string }[]
    return join(target, filename)
  })
}

/** Writes a package as it is published. */
export function stage(source: string, target: string): void {
  rmSync(target, { recursive: true, force: true })
  const commands = Object.values(readManifest(source).bin ?? {}).map(file => normalize(file))
  for (const file of filesIn(source)) {
    const path = join(source, file)
    mkdirSync(dirname(join(target, file)), { recursive: true })
    if (/(?<!\.d)\.ts$/.test(file))
      writeFileSync(join(target, NODE_SETUPS.test(file) ? file : file.replace(/\.ts$/, '.js')), (commands.includes(file) ? '#!/usr/bin/env node\n' : '') + javaScriptOf(path))
    else
      cpSync(path, join(target, file))
  }
  const readme = join(target, 'README.md')
  writeFileSync(readme, readFileSync(readme, 'utf8').replaceAll(LINK_TO_SOURCE, '.js)'))
  cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'))
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifestOf(source), undefined, 2)}\n`)
}

function filesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).filter(({ name }) => !LEFT_OUT.has(name) && !name.startsWith('.')).flatMap((entry) => {
    const path = join(below, entry.name)
    return entry.isDirectory() ? filesIn(folder, path) : [path]
  })
}

function javaScriptOf(file: string): string {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
  })
  return outputText.replaceAll(SPECIFIER, (_, keyword, quote, specifier) => `${keyword}${quote}${published(specifier, file)}${quote}`)
}

/** Node wants the whole name of a file, where a bundler finds it by its beginning. */
function published(specifier: string, importer: string): string {
  const path = join(dirname(importer), specifier)
  const found = ['', '.ts', '/index.ts'].find(end => existsSync(path + end) && (end !== '' || /\.\w+$/.test(specifier)))
  if (found === undefined)
    throw new Error(`${relative(root, importer)} imports ${specifier}, which isn't there.`)
  return (specifier + found).replace(/\.ts$/, '.js')
}

function manifestOf(source: string): object {
  const { devDependencies: _, ...manifest } = readManifest(source)
  return { ...manifest, exports: asJavaScript(manifest.exports), bin: asJavaScript(manifest.bin) }
}

function readManifest(source: string): Manifest {
  return JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
}

function asJavaScript(files: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.replace(/\.ts$/, '.js')]))
}
