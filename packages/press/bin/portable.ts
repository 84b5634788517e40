/** `npm run portable`: the whole deck in one HTML file, which opens by a double click, without a network or a server. */
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { requireBrowser } from 'slidev-addon-speech/browser/browser'
import { loadSoundDeck } from 'slidev-addon-speech/check/check-deck'
import { kilobytes, report } from 'slidev-addon-speech/cli/report'
import { writeWhole } from 'slidev-addon-speech/cli/write-file-atomic'
import { outFile } from 'slidev-addon-speech/deck'
import { deckOf } from '../copies/copy'
import { say } from '../languages/say'
import { sayOldTitles } from '../lib/old-titles'
import { buildSingleFile, buildSite } from '../lib/site'
import { makePdf } from '../pdf/pdf'
import { PDF_BLOCK } from '../portable/embedded-pdf'
import { COMMAND, parsePortableOptions } from '../portable/portable-options'

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { attendees, range, withPdf, output, help } = parsePortableOptions(process.argv.slice(2))
  if (help)
    return console.log(say.portable.help(COMMAND))
  const copy = { attendees, range }
  const deck = deckOf(await loadSoundDeck(say.portable.consequence), copy)
  const pdf = withPdf ? await printSlides() : undefined
  report(say.portable.making)
  const page = readFileSync(buildSingleFile(copy), 'utf8')
  const file = output ?? outFile(deck, `${attendees ? say.files.attendees : ''}.html`)
  const html = Buffer.from(pdf ? embed(pdf, page) : page)
  writeWhole(file, html)
  report(`${file}  ${kilobytes(html)}\n`)
  sayOldTitles(deck)

  async function printSlides() {
    requireBrowser()
    report(say.portable.printing)
    const site = buildSite(copy)
    return makePdf(deck, site, deck.slides.map(({ index }) => index + 1), { sheet: 'slides', withClicks: false })
  }
}

/** A block of data, not a script: the page's Content-Security-Policy has nothing to say of it. */
function embed(pdf: Uint8Array, page: string): string {
  const block = `<script type="application/pdf" id="${PDF_BLOCK}">${Buffer.from(pdf).toString('base64')}</script>`
  const end = page.lastIndexOf('</body>')
  return page.slice(0, end) + block + page.slice(end)
}
