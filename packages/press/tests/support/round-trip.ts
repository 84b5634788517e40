import { readFileSync } from 'node:fs'
import { loadDeck } from 'slidev-addon-speech/deck'
import { compare } from '../../manuscript/compare'
import { importedFiles } from '../../manuscript/import'
import { manuscriptOf } from '../../manuscript/manuscript'
import { readWord } from '../../manuscript/read-word'
import { slideTexts } from '../../manuscript/slide-bookmarks'
import { wordDocument } from '../../manuscript/word-document'

/** The manuscript of the deck in a folder, as it goes out */
export async function wordFile(root: string, options = { podium: false, cues: true }): Promise<Uint8Array> {
  return wordDocument(manuscriptOf(await loadDeck(root), root, options.podium), options)
}

/** What a file that comes back says differently, and what the deck would be with it; nothing is written */
export async function imported(root: string, file: Uint8Array) {
  const deck = await loadDeck(root)
  const comparison = compare(deck, root, readWord(file, '改稿.docx'), '改稿.docx')
  const files = await importedFiles(deck, root, comparison)
  const changed = await loadDeck(root, async path => files.get(path) ?? readFileSync(path, 'utf8'))
  return { comparison, files, deck, changed, said: slideTexts(manuscriptOf(changed, root).paragraphs) }
}
