import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './deck'
import { say } from './languages/say'

/** The build that commands look at and print from. Not `dist/`, which is the one that was asked for, with the options of then. */
const site = join(root, '.cache/site')

const NO_SOURCES = new Set(['.git', '.cache', '.ci', 'bench', 'dist', 'docs', 'gallery', 'node_modules', 'out', 'scripts', 'tests'])

/** Slidev's own command */
export const slidev = createRequire(join(root, 'package.json')).resolve('@slidev/cli/bin/slidev.mjs')

/**
 * Builds the whole deck, unless no source is newer than its last build.
 *
 * @returns folder of the build
 * @throws an error if the build fails; its reasons are on the terminal
 */
export function buildSite(): string {
  if (!isFresh())
    build(site)
  return site
}

/**
 * Runs Slidev's build.
 *
 * @param out folder of the built deck
 * @param options more of `slidev build`
 * @param env of our plugins
 * @throws an error if the build fails; its reasons are on the terminal
 */
export function build(out: string, options: string[] = [], env: NodeJS.ProcessEnv = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [slidev, 'build', '--out', out, ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env }, // whatever the caller's is: equal decks give equal builds
    encoding: 'utf8',
  })
  if (status === 0)
    return
  console.error(stdout + stderr)
  throw new Error(say.notBuilt)
}

function isFresh(): boolean {
  const built = statSync(join(site, 'index.html'), { throwIfNoEntry: false })
  const sources = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory() ? !NO_SOURCES.has(entry.name) : /\.(?:md|vue|[jt]s|json|css|html)$/.test(entry.name))
  return built !== undefined && sources.every(({ name }) => newest(join(root, name)) < built.mtimeMs)
}

/** When a file, or anything in a folder, was last changed; what is added or taken away changes the folder itself. */
function newest(path: string): number {
  const stat = statSync(path)
  return stat.isDirectory() ? Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name)))) : stat.mtimeMs
}
