/** `npm run portable`: the whole deck in one HTML file, which opens by a double click, without a network or a server. */
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { loadSoundDeck } from '../check/check-deck'
import { PDF_BLOCK } from '../composables/embedded-pdf'
import { requireBrowser } from './lib/browser'
import { distFile } from './lib/deck'
import { makePdf } from './lib/pdf'
import { parsePortableOptions } from './lib/portable-options'
import { kilobytes, report } from './lib/report'
import { buildSingleFile, buildSite } from './lib/site'
import { writeWhole } from './lib/write-whole'

const HELP = `
用法：npm run portable -- [选项]

不加选项：生成 dist/<幻灯片标题>.html。只有这一个文件，拷到哪台电脑都能双击放映，不用联网，也不用安装。

  --without-notes   发给与会者的一份：不含讲稿，文件名后面加“（与会者）”
  --with-pdf        附上 PDF，打开后可以下载
  --output <文件>   存到别处
  --help            显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { withoutNotes, withPdf, output, help } = parsePortableOptions(process.argv.slice(2))
  if (help)
    return console.log(HELP)
  const deck = await loadSoundDeck('没有生成')
  const pdf = withPdf ? await printSlides() : undefined
  report('正在生成……')
  const page = readFileSync(buildSingleFile({ withoutNotes }), 'utf8')
  const file = output ?? distFile(deck, withoutNotes ? '（与会者）.html' : '.html')
  const html = Buffer.from(pdf ? embed(pdf, page) : page)
  writeWhole(file, html)
  report(`${file}  ${kilobytes(html)}\n`)

  async function printSlides() {
    requireBrowser()
    report('正在打印 PDF……')
    buildSite()
    return makePdf(deck, deck.slides.map(({ index }) => index + 1), { sheet: 'slides', withClicks: false })
  }
}

/** A block of data, not a script: the page's Content-Security-Policy has nothing to say of it. */
function embed(pdf: Uint8Array, page: string): string {
  const block = `<script type="application/pdf" id="${PDF_BLOCK}">${Buffer.from(pdf).toString('base64')}</script>`
  const end = page.lastIndexOf('</body>')
  return page.slice(0, end) + block + page.slice(end)
}
