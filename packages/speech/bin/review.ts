/** `npm run review`: writes dist/核稿清单.md, by which the bureau confirms the speech slide by slide. */
import { join } from 'node:path'
import process from 'node:process'
import { loadSoundDeck } from '../check/check-deck'
import { readLedger } from '../check/ledger'
import { ownEverydayWords } from '../check/quantities'
import { loadRules } from '../check/rules'
import { readVocabulary } from '../check/vocabulary'
import { writeWhole } from '../cli/write-file-atomic'
import { root } from '../deck'
import { readDeckWords } from '../deck-words'
import { reviewList } from '../review'
import { rootsOf } from '../roots'

const OUTPUT = 'dist/核稿清单.md'

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const deck = await loadSoundDeck('没有写核稿清单')
  const roots = rootsOf(root, deck.headmatter)
  const { notShown } = await loadRules(roots)
  const list = reviewList(deck, readLedger(root), {
    vocabulary: readVocabulary(roots),
    notShown,
    names: readDeckWords(root).names,
    everydayWords: ownEverydayWords(root),
  })
  writeWhole(join(root, OUTPUT), new TextEncoder().encode(list))
  console.log(`已写好 ${OUTPUT}：${list.match(/^- □/gm)?.length ?? 0} 项要核。`)
}
