/** `npm run check:words`: punctuation, numerals and wording of the slides, the notes and the ledger; of register it only warns. */
import process from 'node:process'
import { parseOptions } from '../cli/parse-options'
import { root } from '../deck'
import { reportWords } from './report-words'

const HELP = `
用法：npm run check:words

看各页、讲稿和 figures.yaml 里的标点、数字写法和用词，有要改的逐处列出；语体只提醒，不算错。npm run check 也会看这些。

  --help   显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { help } = parseOptions('npm run check:words', process.argv.slice(2), { help: { type: 'boolean', short: 'h', default: false } })
  if (help)
    return console.log(HELP)
  process.exitCode = await reportWords(root) ? 0 : 1
}
