import type { TestProject } from 'vitest/node'
import { existsSync } from 'node:fs'
import { serveFolder } from '../../../scripts/lib/static-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the built deck, without a slash at the end. */
    deckUrl: string
  }
}

export default async function serveDeck({ provide }: TestProject) {
  if (!existsSync('dist/index.html'))
    throw new Error('There is no built deck to test: run `npm run build` first.')
  const server = await serveFolder('dist')
  provide('deckUrl', server.url)
  return server.close
}
