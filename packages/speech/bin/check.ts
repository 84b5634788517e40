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
import { loadDeck, root } from '../deck'
import { isChinese } from '../language'
import { pendingOf } from '../pending'
import { buildSite } from '../site'
import { reportWords } from './report-words'

const chinese = {
  language: 'zh' as 'zh' | 'en',
  building: '读过了。正在准备画面……',
  looking: (slides: number) => `正在看 ${slides} 页……`,
  fine: '读过，也逐页看过：没有发现要改的地方。',
  readOnly: '只读过，没有看画面：没有发现要改的地方。',
  fixed: (count: number) => `改了 ${count} 行${count > 0 ? '：' : '。'}`,
  unsure: (count: number) => `有 ${count} 处拿不准，没有改：`,
  at: (file: string, line: number) => `${file} 第 ${line} 行`,
  notLooked: (reason: string) => `只读过，没有看过：${reason}\n读的部分没有发现要改的地方；只要读的话，请运行 npm run check -- --no-look`,
}

const english: typeof chinese = {
  language: 'en',
  building: 'Read. Building the deck to look at it…',
  looking: slides => `Looking at ${slides} slides…`,
  fine: 'Read and looked at: nothing to mend.',
  readOnly: 'Read, not looked at: nothing to mend.',
  fixed: count => `Lines changed: ${count}`,
  unsure: count => `Left as they are, since it isn’t certain what they have to become: ${count}`,
  at: (file, line) => `${file}, line ${line}`,
  notLooked: reason => `Only read, not looked at: ${reason}\nThe reading found nothing to mend; to read only, run npm run check -- --no-look`,
}

const HELP = `
用法：npm run check -- [选项]

不加选项：先读各页的文字和讲稿，再打开浏览器，逐页、逐次点击地看画面。

  --fix       figures.yaml 里改了数之后用：把各页和讲稿里的旧数改成新数，改了哪些行逐行列出；拿不准的不改，也列出来
  --no-look   只读，不看画面：几秒钟，不用浏览器
  --help      显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const options = parseOptions('npm run check', process.argv.slice(2), {
    'fix': { type: 'boolean', default: false },
    'no-look': { type: 'boolean', default: false },
    'help': { type: 'boolean', short: 'h', default: false },
  })
  if (options.help)
    return console.log(HELP)
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
  const says = isChinese(deck.headmatter.lang) ? chinese : english
  if (!options['no-look'])
    await lookAt(deck, says)
  console.log(`${options['no-look'] ? says.readOnly : says.fine}${unfinished(deck)}`)
}

/** Takes changed figures over, and shows each line that changed */
async function fix() {
  const { fixed, unsure } = await fixFigures(root)
  if (fixed.length + unsure.length === 0)
    return
  const says = isChinese((await loadDeck()).headmatter.lang) ? chinese : english
  console.log([says.fixed(fixed.length), ...fixed.map(({ file, line, before, after }) => `  ${says.at(file, line)}\n    - ${before}\n    + ${after}`)].join('\n'))
  if (unsure.length > 0)
    console.log([says.unsure(unsure.length), ...unsure.map(({ file, line, quote, reason }) => `  ${says.at(file, line)}：“${quote}”\n    ${reason}`)].join('\n'))
}

/** @throws Error that says what has to be mended, or why nobody looked */
async function lookAt({ slides }: Deck, says: typeof chinese) {
  try {
    requireBrowser()
  }
  catch (error) {
    throw new Error(says.notLooked((error as Error).message))
  }
  report(says.building)
  const site = buildSite()
  report(says.looking(slides.length))
  const findings = await checkLooks(root, site)
  report('')
  if (findings.length > 0)
    throw new Error(reportOf(findings, says.language))
}

/** What the author still has to confirm, in a sentence; empty if nothing */
function unfinished({ slides }: Deck): string {
  const pending = slides.flatMap(pendingOf).length
  const drafts = slides.filter(({ frontmatter }) => frontmatter.draft === true).length
  return pending + drafts > 0 ? `还有【待核】${pending} 处，拟稿 ${drafts} 页。` : ''
}
