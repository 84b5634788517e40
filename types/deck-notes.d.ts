/** See plugins/later-notes.ts */
declare module 'virtual:deck-notes' {
  /** Brings all notes to their slides, from where every view reads them. */
  export function loadNotes(): Promise<void>
}
