import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../languages/say'

/** Slidev writes it into the head of each page that it builds */
const MADE_BY_SLIDEV = 'property="slidev:version"'

/**
 * Vite empties the folder that it builds into, whatever lies there.
 *
 * @param folder to build into
 * @param shared the deck's public/, whose files are all that a build leaves which fails late
 * @throws an error that says what to do, if it holds anything but an earlier build
 */
export function requireOwnFolder(folder: string, shared: string): void {
  const page = join(folder, 'index.html')
  const [files, ours] = [folder, shared].map(path => existsSync(path) ? readdirSync(path) : [])
  const isBuilt = existsSync(page) ? readFileSync(page, 'utf8').includes(MADE_BY_SLIDEV) : files.every(name => ours.includes(name))
  if (!isBuilt)
    throw new Error(say.build.taken(folder))
}
