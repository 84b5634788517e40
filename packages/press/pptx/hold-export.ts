import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import process from 'node:process'

/** Class of what tells Slidev's export that the slides are there: see release-export.ts */
export const RELEASE = 'slides-stand'

const APP = '<div id="app">'

/**
 * Slidev's export looks for what it has to wait for when the network has been quiet for half a second. On a busy machine that
 * is before the app has begun, and the file's pages are blank. So the page itself says, from its first byte, what to wait for.
 *
 * @throws Error when Slidev's page has no such element any more
 */
export function holdExport({ utils }: ResolvedSlidevOptions): Plugin[] {
  return process.env.VITE_PPTX
    ? [{
        name: 'deck:hold-export',
        configResolved() { // Slidev's development server hands out this page as it is, not as plugins transform it
          if (!utils.indexHtml.includes(APP))
            throw new Error(`Slidev's page has no ${APP} that an export could wait for: see hold-export.ts`)
          utils.indexHtml = utils.indexHtml.replace(APP, `<div id="app" data-waitfor=".${RELEASE}">`)
        },
      }]
    : []
}
