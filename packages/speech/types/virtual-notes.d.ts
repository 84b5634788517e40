/** See notes/plugin.ts */
declare module 'virtual:slidev-speech/notes' {
  export { loadNotes, noteHtmlOf, noteOf, pending, withNotes } from 'slidev-addon-speech/notes/client'
}

declare module 'virtual:slidev-speech/notes-of-deck' {
  /** Whether the deck was built with notes */
  export const withNotes: boolean
  /** How much each slide and its note leave to be confirmed, when the deck was built or opened */
  export const pending: number[]
  export const ruby: import('slidev-addon-speech/notes/note-html').Ruby
  export function load(): Promise<import('slidev-addon-speech/note').Note[]>
}
