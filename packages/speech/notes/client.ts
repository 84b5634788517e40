/** The notes in the browser, as the module `virtual:slidev-speech/notes` (see plugin.ts). */
import type { Note } from '../note'
import { load, pending, ruby, withNotes } from 'virtual:slidev-speech/notes-of-deck'
import { shallowRef } from 'vue'
import { noteHtml } from './note-html'

export { pending, withNotes }

const notes = shallowRef<Note[]>([])
let loading: Promise<void> | undefined

/** Fetches all notes; where they are read before, they come as soon as they are there. */
export function loadNotes(): Promise<void> {
  return loading ??= load().then((all) => {
    notes.value = all
  })
}

/**
 * The note of a slide, which follows every edit.
 *
 * @param page of the slide, from 1
 */
export function noteOf(page: number): Note {
  void loadNotes()
  return notes.value[page - 1] ?? []
}

/** The same as HTML, for Slidev's own views */
export function noteHtmlOf(page: number): string {
  return noteHtml(noteOf(page), ruby)
}

if (import.meta.hot) {
  import.meta.hot.on('slidev-speech:notes', (all: Note[]) => {
    notes.value = all
  })
}
