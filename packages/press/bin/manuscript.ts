/** `npm run manuscript`: the speech as a Word document, made from the notes of the slides, and back into them. */
import type { Deck } from 'slidev-addon-speech/deck'
import type { TrackedChanges } from '../manuscript/read-word'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { loadSoundDeck } from 'slidev-addon-speech/check/check-deck'
import { kilobytes } from 'slidev-addon-speech/cli/report'
import { typed, withoutOptions } from 'slidev-addon-speech/cli/typed'
import { writeAllWhole, writeWhole } from 'slidev-addon-speech/cli/write-file-atomic'
import { outFolder, root } from 'slidev-addon-speech/deck'
import { say } from '../languages/say'
import { sayOldTitles } from '../lib/old-titles'
import { compare } from '../manuscript/compare'
import { comparisonHtml, comparisonText } from '../manuscript/comparison-report'
import { importedFiles } from '../manuscript/import'
import { manuscriptFile } from '../manuscript/manuscript-file'
import { COMMAND, parseManuscriptOptions } from '../manuscript/manuscript-options'
import { readWord } from '../manuscript/read-word'

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { podium, cues, output, compare: compared, import: imported, tracked, review, help } = parseManuscriptOptions(process.argv.slice(2))
  if (help)
    return console.log(say.manuscript.help(COMMAND))
  if (compared ?? imported)
    return bringBack(resolve((compared ?? imported)!), tracked, imported !== undefined)
  const deck = await loadSoundDeck(say.manuscript.consequence)
  const { name, data } = await manuscriptFile(deck, root, { podium, cues, review })
  const file = output ?? join(outFolder, name)
  writeWhole(file, data)
  console.log(`${file}  ${kilobytes(data)}`)
  sayOldTitles(deck)
  const drafts = deck.slides.filter(({ frontmatter }) => frontmatter.draft === true).length
  if (drafts > 0)
    console.log(say.manuscript.drafts(drafts))
}

/** Shows what a Word file says differently; writes it into the notes only if it is to be imported. */
async function bringBack(file: string, tracked: TrackedChanges, write: boolean) {
  const name = basename(file)
  if (!existsSync(file))
    throw new Error(say.manuscript.missing(file))
  const word = readWord(readFileSync(file), name, tracked)
  const deck = await loadSoundDeck(write ? say.manuscript.notImported : say.manuscript.notCompared)
  const comparison = compare(deck, root, word, name)
  console.log(`\n${comparisonText(comparison, process.stdout.isTTY)}\n`)
  if (write)
    return importWord(deck, comparison, file)
  const page = join(outFolder, say.files.comparison)
  writeWhole(page, new TextEncoder().encode(comparisonHtml(comparison, String(deck.headmatter.title ?? ''), name)))
  console.log(`${page}\n${say.manuscript.unchanged(COMMAND, file)}`)
}

async function importWord(deck: Deck, comparison: ReturnType<typeof compare>, file: string) {
  const files = await importedFiles(deck, root, comparison)
  if (files.size === 0)
    return console.log(say.manuscript.same)
  const { data } = await manuscriptFile(deck, root, { podium: false, cues: true })
  const saved = unusedName(join(dirname(file), `${basename(file, '.docx')}${say.files.beforeImport}`), '.docx')
  writeWhole(saved, data)
  writeAllWhole(new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)])))
  console.log(say.manuscript.imported(comparison.slides.length, saved, withoutOptions(typed('check', 'speech-check'))))
}

function unusedName(path: string, extension: string): string {
  for (let number = 1; ; number++) {
    const name = `${path}${number > 1 ? ` ${number}` : ''}${extension}`
    if (!existsSync(name))
      return name
  }
}
