/** `npm run review`: writes the list by which the bureau confirms the speech slide by slide. */
import { join, relative } from 'node:path'
import process from 'node:process'
import { loadSoundDeck } from '../check/check-deck'
import { readLedger } from '../check/ledger'
import { ownEverydayWords } from '../check/quantities'
import { loadRules } from '../check/rules'
import { readVocabulary } from '../check/vocabulary'
import { parseOptions } from '../cli/parse-options'
import { writeWhole } from '../cli/write-file-atomic'
import { outFolder, root } from '../deck'
import { readDeckWords } from '../deck-words'
import { say } from '../languages/say'
import { reviewList } from '../review'
import { rootsOf } from '../roots'

const COMMAND = 'npm run review'
const OUTPUT = join(outFolder, say.review.file)

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { help } = parseOptions(COMMAND, process.argv.slice(2))
  if (help)
    return console.log(say.review.help(COMMAND, relative(root, OUTPUT)))
  const deck = await loadSoundDeck(say.review.consequence)
  const roots = rootsOf(root, deck.headmatter)
  const { notShown } = await loadRules(roots)
  const list = reviewList(deck, readLedger(root), {
    vocabulary: readVocabulary(roots),
    notShown,
    names: readDeckWords(root).names,
    everydayWords: ownEverydayWords(root),
  })
  writeWhole(OUTPUT, new TextEncoder().encode(list))
  console.log(say.review.written(relative(root, OUTPUT), list.match(/^- □/gm)?.length ?? 0))
}
