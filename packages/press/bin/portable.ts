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
import { sayOldTitles } from '../lib/old-titles'
import { buildSingleFile, buildSite } from '../lib/site'
import { makePdf } from '../pdf/pdf'
import { PDF_BLOCK } from '../portable/embedded-pdf'
import { parsePortableOptions } from '../portable/portable-options'

const HELP = `
用法：npm run portable -- [选项]

不加选项：生成 out/<幻灯片标题>.html。只有这一个文件，拷到哪台电脑都能双击放映，不用联网，也不用安装。

  --attendees       发给与会者的一份：不含讲稿，也不含标了 internal: true 的页，文件名后面加“（与会者）”
                    （--without-notes 是同一个意思）
  --range <页码>    只放一部分，如 3-8 或 1,5,9-12
  --with-pdf        附上 PDF，打开后可以下载
  --output <文件>   存到别处
  --help            显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { attendees, range, withPdf, output, help } = parsePortableOptions(process.argv.slice(2))
  if (help)
    return console.log(HELP)
  const copy = { attendees, range }
  const deck = deckOf(await loadSoundDeck('没有生成'), copy)
  const pdf = withPdf ? await printSlides() : undefined
  report('正在生成……')
  const page = readFileSync(buildSingleFile(copy), 'utf8')
  const file = output ?? outFile(deck, attendees ? '（与会者）.html' : '.html')
  const html = Buffer.from(pdf ? embed(pdf, page) : page)
  writeWhole(file, html)
  report(`${file}  ${kilobytes(html)}\n`)
  sayOldTitles(deck)

  async function printSlides() {
    requireBrowser()
    report('正在打印 PDF……')
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
