import type { Deck } from 'slidev-addon-speech/deck'
import type { Comparison, SlideChange } from './compare'
import { readFileSync } from 'node:fs'
import { nameOf } from 'slidev-addon-speech/check/read-deck'
import { loadDeck } from 'slidev-addon-speech/deck'
import { CUE } from './find-slides'
import { manuscriptOf } from './manuscript'
import { slideTexts } from './slide-bookmarks'

/**
 * The Markdown files with the notes that a Word file has, nothing else in them touched.
 *
 * @param deck as it stands on the disk
 * @param root its folder
 * @param comparison of the deck with the Word file
 * @returns the new text of each file that changes, by its path
 * @throws an error that names the slide, if a note would say something else than the Word file
 */
export async function importedFiles(deck: Deck, root: string, comparison: Comparison): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const bySource = new Map<string, SlideChange[]>()
  for (const change of comparison.slides) {
    const key = `${change.source.filepath}:${change.source.start}`
    bySource.set(key, [...bySource.get(key) ?? [], change])
  }
  // from the last slide of a file to its first, so that the lines before keep their numbers
  for (const changes of [...bySource.values()].sort(([one], [other]) => other.source.start - one.source.start)) {
    const [change] = changes
    if (changes.some(({ after }) => after !== change.after))
      throw new Error(`第 ${changes.map(({ page }) => page).join('、')} 页用的是 ${change.file} 里的同一页，改稿却把它们改得不一样；请先改成一样的。`)
    const { filepath } = change.source
    files.set(filepath, replaceNote(files.get(filepath) ?? readFileSync(filepath, 'utf8'), change))
  }
  await requireSame(deck, root, comparison, files)
  return files
}

/** The last comment of a slide is its note. */
function replaceNote(text: string, { source, before, after, file, page }: SlideChange): string {
  const lines = [...text.matchAll(/[^\n]*(?:\n|$)/g)].map(({ index }) => index)
  const [start, end] = [lines[source.start], lines[source.end] ?? text.length]
  const slide = text.slice(start, end)
  const note = [...slide.matchAll(/<!--([\s\S]*?)-->/g)].at(-1)
  if (!note || note[1].trim().replaceAll('\r\n', '\n') !== before.replaceAll('\r\n', '\n'))
    throw new Error(`${file} 第 ${page} 页刚刚又改过；请再运行一次。`)
  const at = start + note.index + '<!--'.length + note[1].indexOf(note[1].trim())
  return text.slice(0, at) + after + text.slice(at + note[1].trim().length)
}

/** Reads the deck anew, from the texts that are to be written: each note has to say what the Word file says, and all else has to be as it was. */
async function requireSame(deck: Deck, root: string, comparison: Comparison, files: Map<string, string>) {
  const read = async (path: string) => (files.get(path) ?? readFileSync(path, 'utf8')).replace(/^\uFEFF/, '')
  const changed = await loadDeck(root, read)
  const slides = slideTexts(manuscriptOf(changed, root).paragraphs)
  const said = (words: string[]) => words.map(text => text.replace(CUE, '').trim()).filter(Boolean).join('\n')
  const faults = comparison.slides.filter(({ page, words }) => (slides.find(slide => slide.page === page)?.paragraphs ?? []).join('\n') !== said(words))
  const others = deck.slides.filter((slide, index) => {
    const now = changed.slides[index]
    return now?.content !== slide.content || now?.frontmatterRaw !== slide.frontmatterRaw
      || (!comparison.slides.some(({ page }) => page === index + 1) && now?.note !== slide.note)
  })
  const pages = [...new Set([...faults.map(({ page }) => page), ...others.map(({ index }) => index + 1)])]
  if (pages.length > 0 || changed.slides.length !== deck.slides.length) {
    throw new Error(`什么也没有写。第 ${pages.join('、')} 页的改稿里有会被当成记号的字符（如 ** < 【 [click] -->），写进讲稿会变样：`
      + `请在 Word 里改掉，或在${pages.map(page => `${nameOf(deck.slides[page - 1].source.filepath, root)} 第 ${page} 页`).join('、')}手工改。`)
  }
}
