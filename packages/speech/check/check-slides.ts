import type { ResolvedSlidevOptions } from '@slidev/types'
import type { HotUpdateOptions, Plugin } from 'vite'
import type { Finding } from './finding'
import { join } from 'node:path'
import { say } from '../languages/say'
import { checkDeck, requireSoundDeck } from './check-deck'
import { editorError } from './editor-error'
import { reportOf, stopsSlides } from './finding'

/** Takes Vite's overlay away, and leaves the window as it is */
const NO_CHANGE = { type: 'update' as const, updates: [] }

/**
 * Stops the build while there is anything to mend in the deck. In dev an edit is told of its mistakes at once, in
 * Vite's overlay; the windows keep the slides as they were, and go on when the file is mended. Only the comparison with the
 * ledger is left to the build, since a figure is changed in three places, one after another.
 */
export function checkSlides({ data, userRoot, roots }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot' | 'roots'>): Plugin[] {
  let findings: Promise<Finding[]> | undefined
  const check = async () => (await checkDeck(userRoot, { figures: false, roots })).filter(stopsSlides)
  let reported = false
  /** Whether a window asked for a slide that was wrong, and didn't get it */
  let refused = false
  /** Slides are wrong for want of a picture, too, and right again when it has come */
  const isChecked = ({ type, file }: Pick<HotUpdateOptions, 'type' | 'file'>) => file in data.markdownFiles
    || (type !== 'update' && file.startsWith(`${join(userRoot, 'public').replaceAll('\\', '/')}/`))

  return [{
    name: 'deck:check-slides',
    enforce: 'pre',
    async config(_, { command }) {
      if (command === 'build')
        await requireSoundDeck(userRoot, say.nothingBuilt).catch((error: Error) => { throw editorError(error.message) })
      else
        findings = check()
    },
    async transform(_, id) {
      const page = Number(id.match(/__slidev_(\d+)\.md$/)?.[1])
      const report = reportOf((await findings ?? []).filter(({ slide }) => slide?.page === page))
      if (report) {
        refused = true
        this.error(report)
      }
    },
    hotUpdate: {
      order: 'pre',
      async handler({ type, file, read }) {
        if (this.environment.name !== 'client' || !isChecked({ type, file }))
          return
        if (type === 'update')
          await read() // an editor empties a file before it writes it: Vite waits for the words
        let latest = findings = check()
        await latest
        while (latest !== findings) // the file changed meanwhile: what is wrong with its last words holds
          await (latest = findings)
        const report = reportOf(await latest)
        if (!report)
          return
        reported = true
        this.environment.hot.send(NO_CHANGE) // Vite's client reloads at its first update if it shows an error then
        this.environment.logger.error(`\n${report}\n`)
        throw editorError(report) // before Slidev reads the file, which might end its server
      },
    },
  }, {
    name: 'deck:check-slides-mended',
    hotUpdate: {
      order: 'post',
      handler({ type, file }) {
        if (this.environment.name !== 'client' || !isChecked({ type, file }) || !reported)
          return
        this.environment.hot.send(refused ? { type: 'full-reload' } : NO_CHANGE) // the overlay would stay if the slides are as they were
        this.environment.logger.warn(`${say.mended}\n`) // where the mistake was told; podium shows nothing less than a warning
        reported = refused = false
      },
    },
  }]
}
