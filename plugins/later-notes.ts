import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

const NOTES = 'virtual:deck-notes'
const ALL = `${NOTES}/all`
const FRONTMATTER = /__slidev_(\d+)\.frontmatter$/
/** How Slidev writes what it knows of a slide */
const SLIDE_INFO = /^ {4}\.\.\.\((\{.*\})\),$/m

const NOTES_MODULE = `
  import { shallowRef } from 'vue'
  const notes = shallowRef([])
  export const noteOf = no => notes.value[no - 1] ?? ''
  export const loadNotes = async () => {
    notes.value = (await import('${ALL}')).default
  }
`

/**
 * Takes the speaker's notes out of what is fetched before the first slide: Slidev has them all in the list of slides,
 * which grows with every slide. They stand in a file of their own, and `loadNotes()` brings them where they belong.
 */
export function laterNotes({ data }: Pick<ResolvedSlidevOptions, 'data'>): Plugin {
  const notes = new Map<number, string>()
  let building: boolean

  return {
    name: 'deck:later-notes',
    config(_, { command }) {
      building = command === 'build'
    },
    resolveId: source => source === NOTES || source === ALL ? `\0${source}` : undefined,
    async load(id) {
      if (id === `\0${NOTES}`)
        return building ? NOTES_MODULE : 'export const loadNotes = async () => {}'
      if (id === `\0${ALL}`) {
        await Promise.all(data.slides.map(({ source }, index) => this.load({ id: `${source.filepath}__slidev_${index + 1}.frontmatter` })))
        return `export default ${JSON.stringify(data.slides.map((_, index) => notes.get(index + 1) ?? ''))}`
      }
    },
    transform(code, id) {
      const [, no] = FRONTMATTER.exec(id) ?? []
      if (!building || !no)
        return
      const [all, json] = SLIDE_INFO.exec(code) ?? []
      if (!all)
        return this.error(`Slidev no longer writes a slide's data as plugins/later-notes.ts expects it: ${id}`)
      const { noteHTML, ...others } = JSON.parse(json)
      notes.set(Number(no), noteHTML)
      return {
        code: `import { noteOf } from '${NOTES}'\n${code.replace(all, () => `    ...(${JSON.stringify(others)}),\n    get noteHTML() { return noteOf(${no}) },`)}`,
        map: null,
      }
    },
  }
}
