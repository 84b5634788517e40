/** `npm run export`: the deck as a PDF, a handout, pictures or PowerPoint, printed from its own build. */
import type { Deck } from 'slidev-addon-speech/deck'
import type { ExportOptions } from '../pdf/export-options'
import { join } from 'node:path'
import process from 'node:process'
import { requireBrowser } from 'slidev-addon-speech/browser/browser'
import { loadSoundDeck } from 'slidev-addon-speech/check/check-deck'
import { kilobytes, report } from 'slidev-addon-speech/cli/report'
import { writeWhole } from 'slidev-addon-speech/cli/write-file-atomic'
import { outFile } from 'slidev-addon-speech/deck'
import { deckOf, slidesInRange } from '../copies/copy'
import { say } from '../languages/say'
import { sayOldTitles } from '../lib/old-titles'
import { buildSite } from '../lib/site'
import { COMMAND, parseExportOptions } from '../pdf/export-options'
import { labelOf, makePdf } from '../pdf/pdf'
import { printPictures, requirePrintable } from '../pdf/print'
import { makePptx } from '../pptx/pptx'

let deck: Deck

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const options = parseExportOptions(process.argv.slice(2))
  if (options.help)
    return console.log(say.exporting.help(COMMAND))
  const whole = await loadSoundDeck(say.exporting.consequence, { printsNotes: options.sheet === 'notes' })
  // a range of the whole deck is printed from its build, which is kept; what attendees get is built without the rest
  const copy = { attendees: options.attendees, range: options.attendees ? options.range : undefined }
  deck = deckOf(whole, copy)
  const slides = slidesInRange(copy.range ? undefined : options.range, deck.slides.length)
  requireBrowser()
  report(say.exporting.preparing(slides.length))
  const site = buildSite(copy)
  if (options.pptx)
    await exportPptx(options.pptx, site, slides, options)
  else if (options.png)
    await exportPictures(options.png, site, slides, options)
  else
    await exportPdf(site, slides, options)
}

async function exportPdf(site: string, slides: number[], options: ExportOptions) {
  report(say.exporting.printing)
  const kind = { slides: options.attendees ? say.files.attendees : '', notes: say.files.handout, lines: say.files.lined }[options.sheet]
  const file = options.output ?? outFile(deck, `${kind}.pdf`)
  const pdf = await makePdf(deck, site, slides, options)
  writeWhole(file, pdf)
  report(`${file}  ${kilobytes(pdf)}\n`)
  sayOldTitles(deck)
}

async function exportPictures(folder: string, site: string, slides: number[], options: ExportOptions) {
  const pictures = await printPictures({ ...options, site, slides })
  for (const { step, picture } of pictures)
    writeWhole(join(folder, `${labelOf(step).padStart(2, '0')}.png`), picture)
  report(`${say.exporting.pictures(folder, pictures.length)}\n`)
}

async function exportPptx(file: string, site: string, slides: number[], options: ExportOptions) {
  await requirePrintable({ site, slides, withClicks: options.withClicks }) // Slidev would take the picture of a broken slide, too
  const { data, remarks } = makePptx(deck, options)
  writeWhole(file, data)
  report(`${[`${file}  ${kilobytes(data)}`, ...remarks].join('\n')}\n`)
}
