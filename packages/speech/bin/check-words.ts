/** `npm run check:words`: punctuation, numerals and wording of the slides, the notes and the ledger; of register it only warns. */
import process from 'node:process'
import { parseOptions } from '../cli/parse-options'
import { typed } from '../cli/typed'
import { root } from '../deck'
import { say } from '../languages/say'
import { reportWords } from './report-words'

const COMMAND = typed('check:words', 'speech-check-words')

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { help } = parseOptions(COMMAND, process.argv.slice(2))
  if (help)
    return console.log(say.words.help(COMMAND))
  process.exitCode = await reportWords(root) ? 0 : 1
}
