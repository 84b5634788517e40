import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { say } from '../languages/say'

const MODULE = 'virtual:manuscript'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Gives the pages the manuscript of the same notes, as the module `virtual:manuscript`: a Word file beside index.html,
 * or within the page where it is a single file and has nothing beside it. Without notes there is none, nor while the deck
 * is being edited, when it would have to be made anew with every word; where the deck
 * lacks something for it, the build says what, and goes on without.
 */
export function manuscript({ data: deck, userRoot, withoutNotes }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot' | 'withoutNotes'>): Plugin {
  return {
    name: 'deck:manuscript',
    resolveId: id => id === MODULE ? `\0${MODULE}` : undefined,
    async load(id) {
      if (id !== `\0${MODULE}`)
        return
      if (withoutNotes || this.environment.mode !== 'build')
        return 'export default undefined'
      try {
        const { manuscriptFile } = await import('./manuscript-file') // its library is for those builds only
        const { name, data } = await manuscriptFile(deck, userRoot, { podium: false, cues: true })
        const url = !process.env.DECK_SINGLE_FILE
          ? `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', fileName: inAddress(name), source: data })}`
          : JSON.stringify(`data:${TYPE};base64,${Buffer.from(data).toString('base64')}`)
        return `export default { name: ${JSON.stringify(name)}, url: ${url} }`
      }
      catch (error) {
        this.warn(say.manuscript.notAttached((error as Error).message))
        return 'export default undefined'
      }
    },
  }
}

/** A name whose characters mean nothing else in an address, where the bundler writes them as they are: ＃ for # */
function inAddress(name: string): string {
  return name.replace(/[#%?]/g, character => String.fromCodePoint(character.codePointAt(0)! + 0xFEE0))
}
