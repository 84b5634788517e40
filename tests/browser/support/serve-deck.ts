import type { TestProject } from 'vitest/node'
import { cpSync, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { distFile, loadDeck } from '../../../scripts/lib/deck'
import { serveFolder } from '../../../scripts/lib/static-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the built deck, without a slash at the end. */
    deckUrl: string
    /** Address of the deck in one file, as it was copied from a stick */
    deckFile: string
  }
}

/** A path as it stands on a venue's laptop, with Chinese characters and spaces */
const FOLDER = '.cache/U盘 副本/会场 演示（终稿）'

export default async function serveDeck({ provide }: TestProject) {
  const portable = distFile(await loadDeck(), '.html')
  requireBuilt('dist/index.html', 'npm run build')
  requireBuilt(portable, 'npm run portable')
  const copy = path.resolve(FOLDER, path.basename(portable))
  rmSync(FOLDER, { recursive: true, force: true })
  cpSync(portable, copy)
  provide('deckFile', pathToFileURL(copy).href)
  const server = await serveFolder('dist')
  provide('deckUrl', server.url)
  return server.close
}

function requireBuilt(file: string, command: string) {
  if (!existsSync(file))
    throw new Error(`There is no built deck to test: run \`${command}\` first.`)
}
