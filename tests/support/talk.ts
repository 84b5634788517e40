import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from 'slidev-addon-speech/deck'
import { copyDeckTo } from './copy-deck'

/** Slides, ledger and layouts of the speech that the browser tests see */
const source = fileURLToPath(new URL('../fixtures/talk', import.meta.url))

/** What the built talk depends on, of the repository */
const SOURCES = ['scripts', 'layouts', 'components', 'composables', 'styles', 'setup', 'public', 'packages', 'slide-top.vue', 'check.ts', 'vite.config.ts', 'package.json', 'package-lock.json']
const NO_SOURCES = new Set(['node_modules', 'tests', '.cache', 'dist', 'out', 'README.md'])

export interface BuiltDeck {
  /** Holds its slides.md, and its build in dist/ */
  folder: string
  /** The deck in one file */
  file: string
}

/**
 * A short speech of its own, with everything else as it is in this repository, built as a site and as one file. A second
 * call takes what the first one built, as long as no source has changed.
 */
export async function buildTalk(): Promise<BuiltDeck> {
  const folder = join(root, '.cache/talk')
  const built = { folder, file: join(folder, '.cache/talk.html') }
  const mark = join(folder, '.cache/sources')
  const hash = hashOf([source, ...SOURCES.map(name => join(root, name))])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash)
    return built

  copyTalkTo(folder)
  mkdirSync(join(folder, '.cache'), { recursive: true })
  // one after the other: Slidev writes files of its own into the deck's node_modules/.slidev
  await run(folder, ['node_modules/@slidev/cli/bin/slidev.mjs', 'build'])
  cpSync(join(folder, 'dist'), join(folder, '.cache/site'), { recursive: true }) // exports take it, as long as nothing is newer
  await run(folder, ['--import', 'tsx', 'packages/press/bin/portable.ts', '--output', built.file])
  writeFileSync(mark, hash)
  return built
}

/** The same speech, not built, in a folder that is emptied before */
export function copyTalkTo(folder: string): void {
  copyDeckTo(folder, ['slides.md', 'pages', 'figures.yaml'])
  cpSync(source, folder, { recursive: true })
}

/** @throws an error with all that the program said, if it fails */
async function run(folder: string, command: string[]): Promise<void> {
  const program = spawn(process.execPath, command, { cwd: folder, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', chunk => said += chunk)
  const [status] = await once(program, 'close')
  if (status !== 0)
    throw new Error(`The deck of the browser tests can't be built (${command.join(' ')}):\n${said}`)
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.filter(path => existsSync(path)).flatMap(filesIn))
    hash.update(`${relative(root, path)}\n`).update(readFileSync(path))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  try {
    return readdirSync(path).filter(name => !NO_SOURCES.has(name)).sort().flatMap(name => filesIn(join(path, name)))
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR')
      return [path]
    throw error
  }
}
