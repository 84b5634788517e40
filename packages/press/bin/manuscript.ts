/** `npm run manuscript`: the speech as a Word document, made from the notes of the slides, and back into them. */
import type { Deck } from 'slidev-addon-speech/deck'
import type { TrackedChanges } from '../manuscript/read-word'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { loadSoundDeck } from 'slidev-addon-speech/check/check-deck'
import { kilobytes } from 'slidev-addon-speech/cli/report'
import { writeAllWhole, writeWhole } from 'slidev-addon-speech/cli/write-file-atomic'
import { outFolder, root } from 'slidev-addon-speech/deck'
import { sayOldTitles } from '../lib/old-titles'
import { compare } from '../manuscript/compare'
import { comparisonHtml, comparisonText } from '../manuscript/comparison-report'
import { importedFiles } from '../manuscript/import'
import { manuscriptFile } from '../manuscript/manuscript-file'
import { parseManuscriptOptions } from '../manuscript/manuscript-options'
import { readWord } from '../manuscript/read-word'

const HELP = `
用法：npm run manuscript -- [选项]

不加选项：由备注里的讲稿写成 out/<幻灯片标题>讲话稿.docx，按公文格式排版。

  --podium          讲台用的大字稿：20 磅字、1.6 倍行距，换行不拆数字和名称
  --review          送审稿：待核、拟稿、每个数字处都有批注，页边有行号，页眉写“送审稿”
  --no-cues         页边不印幻灯片页码
  --output <文件>   存到别处，文件名以 .docx 结尾

改稿回来以后：

  --compare <改稿>  只看：改了哪些话，一页一页列出，并写成 out/改稿对照.html
  --import <改稿>   把改稿里的话写进讲稿；写之前，原来的讲稿另存一份在改稿旁边
  --original        文件里的修订一律不算（默认：一律接受）
  --as-shown        文件里的修订不接受也不拒绝：删去的字也算在内

  --help            显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { podium, cues, output, compare: compared, import: imported, tracked, review, help } = parseManuscriptOptions(process.argv.slice(2))
  if (help)
    return console.log(HELP)
  if (compared ?? imported)
    return bringBack(resolve((compared ?? imported)!), tracked, imported !== undefined)
  const deck = await loadSoundDeck('没有写成')
  const { name, data } = await manuscriptFile(deck, root, { podium, cues, review })
  const file = output ?? join(outFolder, name)
  writeWhole(file, data)
  console.log(`${file}  ${kilobytes(data)}`)
  sayOldTitles(deck)
  const drafts = deck.slides.filter(({ frontmatter }) => frontmatter.draft === true).length
  if (drafts > 0)
    console.log(`其中 ${drafts} 页的讲稿还是拟稿，稿中标有【拟稿】。`)
}

/** Shows what a Word file says differently; writes it into the notes only if it is to be imported. */
async function bringBack(file: string, tracked: TrackedChanges, write: boolean) {
  const name = basename(file)
  if (!existsSync(file))
    throw new Error(`找不到 ${file}；请写对改稿的文件名。`)
  const word = readWord(readFileSync(file), name, tracked)
  const deck = await loadSoundDeck(write ? '没有写入' : '没有比对')
  const comparison = compare(deck, root, word, name)
  console.log(`\n${comparisonText(comparison, process.stdout.isTTY)}\n`)
  if (write)
    return importWord(deck, comparison, file)
  const page = join(outFolder, '改稿对照.html')
  writeWhole(page, new TextEncoder().encode(comparisonHtml(comparison, String(deck.headmatter.title ?? ''), name)))
  console.log(`${page}\n什么也没有改。要写进讲稿：npm run manuscript -- --import ${file}`)
}

async function importWord(deck: Deck, comparison: ReturnType<typeof compare>, file: string) {
  const files = await importedFiles(deck, root, comparison)
  if (files.size === 0)
    return console.log('讲稿和这份 Word 说的一样，什么也不用写。')
  const { data } = await manuscriptFile(deck, root, { podium: false, cues: true })
  const saved = unusedName(join(dirname(file), `${basename(file, '.docx')}（导入前的讲稿）`), '.docx')
  writeWhole(saved, data)
  writeAllWhole(new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)])))
  console.log(`已写进 ${comparison.slides.length} 页的讲稿。原来的讲稿存在 ${saved}\n请运行 npm run check，看数字和画面是不是还一致。`)
}

function unusedName(path: string, extension: string): string {
  for (let number = 1; ; number++) {
    const name = `${path}${number > 1 ? ` ${number}` : ''}${extension}`
    if (!existsSync(name))
      return name
  }
}
