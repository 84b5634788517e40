/** `npm run manuscript`: the speech as a Word document, made from the notes of the slides. */
import { join } from 'node:path'
import process from 'node:process'
import { loadSoundDeck } from '../check/check-deck'
import { root } from './lib/deck'
import { manuscriptFile } from './lib/manuscript-file'
import { parseManuscriptOptions } from './lib/manuscript-options'
import { kilobytes } from './lib/report'
import { writeWhole } from './lib/write-whole'

const HELP = `
用法：npm run manuscript -- [选项]

不加选项：由备注里的讲稿写成 dist/<幻灯片标题>讲话稿.docx，按公文格式排版。

  --podium          讲台用的大字稿：20 磅字、1.6 倍行距，换行不拆数字和名称
  --no-cues         页边不印幻灯片页码
  --output <文件>   存到别处，文件名以 .docx 结尾
  --help            显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { podium, cues, output, help } = parseManuscriptOptions(process.argv.slice(2))
  if (help)
    return console.log(HELP)
  const deck = await loadSoundDeck('没有写成')
  const { name, data } = await manuscriptFile(deck, root, { podium, cues })
  const file = output ?? join(root, 'dist', name)
  writeWhole(file, data)
  console.log(`${file}  ${kilobytes(data)}`)
  const drafts = deck.slides.filter(({ frontmatter }) => frontmatter.draft === true).length
  if (drafts > 0)
    console.log(`其中 ${drafts} 页的讲稿还是拟稿，稿中标有【拟稿】。`)
}
