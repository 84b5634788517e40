import type { TestProject } from 'vitest/node'
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { loadDeck, outFile } from 'slidev-addon-speech/deck'
import { buildTalk } from '../../support/talk'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the deck under test: tests run in it, as the deck's own commands do */
    deckFolder: string
    /** Origin of the built deck, without a slash at the end. */
    deckUrl: string
    /** Address of the deck in one file, as it was copied from a stick */
    deckFile: string
  }
}

/** A path as it stands on a venue's laptop, with Chinese characters and spaces */
const FOLDER = '.cache/U盘 副本/会场 演示（终稿）'

/** Builds the deck under test once for all files, and serves it. */
export default async function serveDeck({ provide }: TestProject) {
  const { folder, file } = await buildTalk()
  const copy = path.resolve(FOLDER, path.basename(outFile(await loadDeck(folder), '.html')))
  rmSync(FOLDER, { recursive: true, force: true })
  cpSync(file, copy)
  provide('deckFolder', folder)
  provide('deckFile', pathToFileURL(copy).href)
  const server = await serveFolder(path.join(folder, 'dist'))
  provide('deckUrl', server.url)
  return server.close
}
