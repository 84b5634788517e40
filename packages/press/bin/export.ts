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
import { sayOldTitles } from '../lib/old-titles'
import { buildSite } from '../lib/site'
import { parseExportOptions } from '../pdf/export-options'
import { labelOf, makePdf } from '../pdf/pdf'
import { printPictures, requirePrintable } from '../pdf/print'
import { makePptx } from '../pptx/pptx'

const HELP = `
用法：npm run export -- [选项]

不加选项：导出 out/<幻灯片标题>.pdf，一页幻灯片一页纸。

  --with-clicks     每点击一步印一页
  --range <页码>    只导出一部分，如 3-8 或 1,5,9-12
  --attendees       发给与会者的一份：不含讲稿，也不含标了 internal: true 的页（--without-notes 是同一个意思）
  --output <文件>   PDF 存到别处
  --handout         讲义：A4 纸，幻灯片下面印讲稿，一张纸放得下两页就放两页
  --no-notes        与 --handout 合用：不印讲稿，每张纸三页幻灯片，旁边留横线
  --png <文件夹>    改为导出图片，一页一张
  --pptx <文件>     改为导出 PowerPoint（画面是图片，讲稿在备注里）
  --editable        与 --pptx 合用：文字是文字，可以改；手写的字仍是图片
  --fonts <对照>    与 --editable 合用：换字体，如 "Noto Serif SC=方正小标宋简体,Noto Sans SC=黑体"
                    （默认换成宋体、微软雅黑、Times New Roman）
  --help            显示这段说明
`

let deck: Deck

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const options = parseExportOptions(process.argv.slice(2))
  if (options.help)
    return console.log(HELP)
  const whole = await loadSoundDeck('没有导出', { printsNotes: options.sheet === 'notes' })
  // a range of the whole deck is printed from its build, which is kept; what attendees get is built without the rest
  const copy = { attendees: options.attendees, range: options.attendees ? options.range : undefined }
  deck = deckOf(whole, copy)
  const slides = slidesInRange(copy.range ? undefined : options.range, deck.slides.length)
  requireBrowser()
  report(`正在准备 ${slides.length} 页……`)
  const site = buildSite(copy)
  if (options.pptx)
    await exportPptx(options.pptx, site, slides, options)
  else if (options.png)
    await exportPictures(options.png, site, slides, options)
  else
    await exportPdf(site, slides, options)
}

async function exportPdf(site: string, slides: number[], options: ExportOptions) {
  report('正在打印……')
  const kind = { slides: options.attendees ? '（与会者）' : '', notes: '（讲义）', lines: '（听讲用）' }[options.sheet]
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
  report(`${folder}  ${pictures.length} 张\n`)
}

async function exportPptx(file: string, site: string, slides: number[], options: ExportOptions) {
  await requirePrintable({ site, slides, withClicks: options.withClicks }) // Slidev would take the picture of a broken slide, too
  const { data, remarks } = makePptx(deck, options)
  writeWhole(file, data)
  report(`${[`${file}  ${kilobytes(data)}`, ...remarks].join('\n')}\n`)
}
