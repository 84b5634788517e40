import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import type { Plugin } from 'vite'
import type { Note } from '../note'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { wordsOf } from '../markdown'
import { pendingOf, withoutPending } from '../pending'
import { FRONTMATTER_MODULE } from '../slide-modules'
import { parseNote } from './parse-note'

/** What browsers import, and the notes themselves, which a build keeps in a file of their own */
const NOTES = 'virtual:slidev-speech/notes'
const NOTES_OF_DECK = 'virtual:slidev-speech/notes-of-deck'
const TREES = 'virtual:slidev-speech/note-trees'

/** How Slidev writes what it knows of a slide */
const SLIDE_INFO = /^ {4}\.\.\.\((\{.*\})\),$/m

/** Slidev's components that show a note, each with what it shows and what is shown instead */
const VIEWS: Record<string, [shown: string, instead: string][]> = {
  '/internals/NoteStatic.vue': [[':note-html="info?.noteHTML"', ':note-html="noteHtmlOf(props.no)"']],
  '/internals/NoteEditable.vue': [[':note-html="info?.noteHTML"', ':note-html="noteHtmlOf(props.no)"']],
  '/pages/notes.vue': [[':note-html="currentRoute?.meta.slide.noteHTML"', ':note-html="currentRoute && noteHtmlOf(currentRoute.no)"']],
  '/pages/presenter/print.vue': [
    ['slide.noteHTML !== \'\'', 'noteHtmlOf(slide.no) !== \'\''],
    [':note-html="slide!.noteHTML"', ':note-html="noteHtmlOf(slide!.no)"'],
  ],
}
const SETUP = '<script setup lang="ts">'

/**
 * Gives browsers every note as a tree, as the module `virtual:slidev-speech/notes`, and has Slidev's own views show that
 * tree: one reading for all. In dev an edit to a note is there at once, without a reload; Slidev itself tells only its
 * presenter view. In a build the notes are a file that nothing waits for, and without notes there is none.
 */
export function notes({ data, clientRoot, withoutNotes }: Pick<ResolvedSlidevOptions, 'data' | 'clientRoot' | 'withoutNotes'>): Plugin {
  const trees = () => JSON.stringify(data.slides.map(slideNote), (key, value) => key === 'line' ? undefined : value)
  const folder = clientRoot.replaceAll('\\', '/')
  /** What windows have of them */
  let sent = ''

  return {
    name: 'slidev-speech:notes',
    enforce: 'pre',
    configureServer() {
      sent = trees()
    },
    resolveId: {
      filter: { id: /^virtual:slidev-speech\// },
      handler(source) {
        return source === NOTES ? this.resolve(fileURLToPath(new URL('client', import.meta.url))) : `\0${source}`
      },
    },
    async load(id) {
      if (id === `\0${NOTES_OF_DECK}`) {
        return [
          `export const withNotes = ${!withoutNotes}`,
          `export const pending = ${JSON.stringify(data.slides.map(slide => pendingOf(slide).length))}`,
          `export const ruby = ${JSON.stringify(data.headmatter.notesAutoRuby ?? {})}`,
          `export const load = async () => ${withoutNotes ? '[]' : `(await import('${TREES}')).default`}`,
        ].join('\n')
      }
      if (id === `\0${TREES}`)
        return `export default ${trees()}`
      const view = id.startsWith(folder) && VIEWS[id.slice(folder.length)]
      if (view) // not in transform: Vue's own comes first
        return withTree(await readFile(id, 'utf8'), id, view)
    },
    transform(code, id) {
      if (FRONTMATTER_MODULE.test(id))
        return { code: withoutNoteOf(code, id), map: null }
    },
    hotUpdate: {
      order: 'post', // when Slidev has read the file
      handler({ file }) {
        const module = this.environment.moduleGraph.getModuleById(`\0${TREES}`)
        if (this.environment.name !== 'client' || !(file in data.markdownFiles) || !module)
          return
        const read = trees()
        if (read === sent)
          return
        sent = read
        this.environment.moduleGraph.invalidateModule(module)
        this.environment.hot.send('slidev-speech:notes', JSON.parse(sent))
      },
    },
  }
}

/** The note of a slide with, on a draft, the mark that says so wherever it is read */
function slideNote({ note, frontmatter }: SlideInfo): Note {
  const tree = parseNote(note)
  return frontmatter.draft === true ? [{ kind: 'paragraph', runs: [{ kind: 'draft', text: '【拟稿】', click: 0 }] }, ...tree] : tree
}

/** What the app knows of a slide: without its note, and with the words of its headline for its title */
function withoutNoteOf(code: string, id: string): string {
  const [all, json] = SLIDE_INFO.exec(code) ?? []
  if (!all)
    throw new Error(`Slidev no longer writes a slide's data as slidev-addon-speech expects it: ${id}`)
  const { noteHTML: _, title, ...others } = JSON.parse(json)
  return code.replace(all, () => `    ...(${JSON.stringify({ ...others, title: title && withoutPending(wordsOf(title)) })}),`)
}

function withTree(code: string, id: string, view: [string, string][]): string {
  for (const [shown] of [...view, [SETUP]]) {
    if (!code.includes(shown))
      throw new Error(`Slidev no longer shows notes as slidev-addon-speech expects it: ${shown} is gone from ${id}`)
  }
  const replaced = view.reduce((code, [shown, instead]) => code.replace(shown, () => instead), code)
  return replaced.replace(SETUP, () => `${SETUP}\nimport { noteHtmlOf } from '${NOTES}'`)
}
