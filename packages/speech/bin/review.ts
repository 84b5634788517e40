/** `npm run review`: writes out/核稿清单.md, by which the bureau confirms the speech slide by slide. */
import { join } from 'node:path'
import process from 'node:process'
import { loadSoundDeck } from '../check/check-deck'
import { readLedger } from '../check/ledger'
import { ownEverydayWords } from '../check/quantities'
import { loadRules } from '../check/rules'
import { readVocabulary } from '../check/vocabulary'
import { parseOptions } from '../cli/parse-options'
import { writeWhole } from '../cli/write-file-atomic'
import { root } from '../deck'
import { readDeckWords } from '../deck-words'
import { reviewList } from '../review'
import { rootsOf } from '../roots'

const OUTPUT = 'out/核稿清单.md'

const HELP = `
用法：npm run review

写成 ${OUTPUT}：每一页要核的数字、名称和待核之处，供各科室逐项核对。

  --help   显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { help } = parseOptions('npm run review', process.argv.slice(2), { help: { type: 'boolean', short: 'h', default: false } })
  if (help)
    return console.log(HELP)
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
