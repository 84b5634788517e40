/**
 * `npm run check`: what has to be mended in the deck. It reads slides.md, pages/ and the ledger first, in seconds; then it
 * looks at every click of every slide in the browser.
 */
import type { Deck } from '../deck'
import process from 'node:process'
import { requireBrowser } from '../browser/browser'
import { checkDeck } from '../check/check-deck'
import { checkLooks } from '../check/check-looks'
import { remindersOf, reportOf, stopsSlides } from '../check/finding'
import { fixFigures } from '../check/fix-figures'
import { parseOptions } from '../cli/parse-options'
import { report } from '../cli/report'
import { typed } from '../cli/typed'
import { loadDeck, root } from '../deck'
import { say } from '../languages/say'
import { pendingOf } from '../pending'
import { buildSite } from '../site'
import { reportWords } from './report-words'

const COMMAND = typed('check', 'speech-check')

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const options = parseOptions(COMMAND, process.argv.slice(2), {
    'fix': { type: 'boolean', default: false },
    'no-look': { type: 'boolean', default: false },
  })
  if (options.help)
    return console.log(say.check.help(COMMAND))
  if (options.fix)
    await fix()
  const findings = await checkDeck(root)
  if (findings.some(stopsSlides))
    throw new Error(reportOf(findings))
  if (findings.length > 0)
    console.log(`\n${remindersOf(findings)}\n`)
  if (!await reportWords(root)) {
    process.exitCode = 1
    return
  }
  const deck = await loadDeck()
  if (!options['no-look'])
    await lookAt(deck)
  console.log(`${options['no-look'] ? say.check.readOnly : say.check.fine}${unfinished(deck)}`)
}

/** Takes changed figures over, and shows each line that changed */
async function fix() {
  const { fixed, unsure } = await fixFigures(root)
  if (fixed.length + unsure.length === 0)
    return
  console.log([say.check.fixed(fixed.length), ...fixed.map(({ file, line, before, after }) => `  ${say.check.at(file, line)}\n    - ${before}\n    + ${after}`)].join('\n'))
  if (unsure.length > 0)
    console.log([say.check.unsure(unsure.length), ...unsure.map(({ file, line, quote, reason }) => `  ${say.check.at(file, line)}：“${quote}”\n    ${reason}`)].join('\n'))
}

/** @throws Error that says what has to be mended, or why nobody looked */
async function lookAt({ slides }: Deck) {
  try {
    requireBrowser()
  }
  catch (error) {
    throw new Error(say.check.notLooked((error as Error).message, COMMAND))
  }
  report(say.check.building)
  const site = buildSite()
  report(say.check.looking(slides.length))
  const findings = await checkLooks(root, site)
  report('')
  if (findings.length > 0)
    throw new Error(reportOf(findings))
}

/** What the author still has to confirm, in a sentence; empty if nothing */
function unfinished({ slides }: Deck): string {
  const pending = slides.flatMap(pendingOf).length
  const drafts = slides.filter(({ frontmatter }) => frontmatter.draft === true).length
  return pending + drafts > 0 ? say.check.unfinished(pending, drafts) : ''
}
