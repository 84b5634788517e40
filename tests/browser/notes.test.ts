import type { BrowserContext, Page } from 'playwright-chromium'
import type { StaticServer } from 'slidev-addon-speech/browser/static-server'
import { manuscriptFile } from 'slidev-addon-press/manuscript/manuscript-file'
import { readWord } from 'slidev-addon-press/manuscript/read-word'
import { settle } from 'slidev-addon-speech/browser/stage'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { loadDeck } from 'slidev-addon-speech/deck'
import { spokenByClick, spokenLength } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { byWindows } from 'slidev-addon-speech/tests/support/broken-decks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedBrowser } from './support/browser'
import { buildIn, makeVariant } from './support/build-variant'

/** One of everything that Markdown has, and the marks of speeches */
const NOTE = `同志们：
今天开**大会**，坚持**德育，**做到**《办法》**的要求。

## 第一点
记作<A等，看[《方案》](/plan.pdf)，*斜体*，\`npm start\`，&nbsp;<b>标签</b>，$3 与 $5。[click] 停／再说【翻页】【待核：日期】

- 抓班子
- 抓队伍
  1. 里面一
  2. 里面二

3. 第三件
4. [click:2] 第四件

| 甲 | 乙 |
| -- | -- |
| 丙 | **丁** |

> 引一句\\
> 再一行

***

\`\`\`
代码 <i>
\`\`\`

![图样](/a.png)完`

/** What is to be seen of it, without white space */
const SEEN = [
  '同志们：今天开大会，坚持德育，做到《办法》的要求。',
  '第一点',
  '记作<A等，看《方案》，斜体，npmstart，<b>标签</b>，$3与$5。停／再说【翻页】【待核：日期】',
  '抓班子抓队伍1.里面一2.里面二',
  '3.第三件4.第四件',
  '甲乙丙丁',
  '引一句再一行',
  '代码<i>',
  '图样完',
].join('')
const WRITTEN = SEEN.replace(/／|【翻页】/g, '')
const SAID = WRITTEN.replace('【待核：日期】', '')

/** HTML in a note, which does harm if it is one */
const HOSTILE = `同志们：<img src="x" onerror="document.title = 'harmed'"><script>document.title = 'harmed'</script>今天开会。

<iframe src="/harm.html"></iframe> <svg onload="document.title = 'harmed'"></svg> <style>body { display: none }</style> <?harm?>

[链接](javascript:document.title='harmed') ![图](https://elsewhere.example/harm.png) {{ 6 * 7 }} {{ constructor.constructor("document.title = 'harmed'")() }}

[click] **一百字**／${'讲'.repeat(97)}`

const DECK = `---
theme: default
lang: zh-CN
fonts: { provider: none }
favicon: "data:,"
title: 一份讲话【待核：届次】
pace: 100
layout: statement
statement: 一百字【待核：出处】
clicks: 3
---

# 坚持**德育，**做到【待核：年份】

<!--
${NOTE}
-->

---
layout: statement
statement: 一百字
clicks: 1
---

# 题目

<!--
${HOSTILE}
-->
`

const bare = (text: string | null) => (text ?? '').replace(/\s/g, '')

/** The words of an element, with the numbers of lists that the browser sets itself */
function wordsIn(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const item of copy.querySelectorAll<HTMLLIElement>('ol > li'))
    item.prepend(`${item.value}.`)
  return copy.textContent!
}

let source: string
let server: StaticServer

beforeAll(async () => {
  source = makeVariant('notes', byWindows(DECK))
  server = await serveFolder(buildIn(source))
})
afterAll(() => server?.close())

/** Windows that know nothing of others */
async function openContext(): Promise<BrowserContext> {
  return (await sharedBrowser()).newContext({ viewport: { width: 1600, height: 1200 }, locale: 'zh-CN', reducedMotion: 'reduce' })
}

describe('a note with every construct of Markdown, saved by a Windows editor,', () => {
  let page: Page
  beforeAll(async () => {
    page = await (await openContext()).newPage()
  })
  afterAll(() => page?.context().close())

  it.each([
    ['the presenter view', '/presenter/1', '.slidev-note'],
    ['the notes view', '/notes', '.slidev-note'],
    ['the script', '/script', '.script [data-shown] article'],
    ['the handout', '/handout?print=true&slides=1', '.handout .notes'],
  ])('is the same in %s, word by word', async (_, address, selector) => {
    await page.goto(server.url + address)
    const note = page.locator(selector).first()
    await note.getByText('图样完').waitFor()
    expect(bare(await note.evaluate(wordsIn))).toBe(SEEN)
  })

  it('is the same in the Word file, word by word', async () => {
    const { name, data } = await manuscriptFile(await loadDeck(source), source, { podium: false, cues: false })
    const [title, ...words] = readWord(data, name).paragraphs.map(({ text }) => text)
    expect(title).toBe('一份讲话【待核：届次】')
    expect(bare(words.join('')).split('同志们：<img')[0]).toBe(WRITTEN)
  })

  it('is the same to the clock', () => {
    const lengths = spokenByClick(parseNote(NOTE))
    expect(lengths).toHaveLength(4)
    expect(lengths.reduce((sum, length) => sum + length)).toBe(spokenLength(SAID))
  })

  it('keeps its click marks, which move the slide', async () => {
    await page.goto(`${server.url}/presenter/1`)
    await page.locator('.slidev-note-click-mark').last().dblclick()
    await expect.poll(() => page.url()).toContain('clicks=3')
    expect(await page.locator('.slidev-note-click-mark-active').getAttribute('data-clicks')).toBe('3')
  })

  it('shows an audience none of what is to be confirmed, whatever the layout', async () => {
    await page.goto(`${server.url}/1`)
    await page.locator('#slideshow .slidev-page-1').getByText('一百字').waitFor()
    expect(bare(await page.locator('#slideshow .slidev-page-1').textContent())).toContain('坚持德育，做到')
    expect(await page.locator('body').textContent()).not.toContain('待核')
    expect(await page.title()).not.toContain('待核')
  })

  it('shows what is to be confirmed as a mark', async () => {
    await page.goto(`${server.url}/presenter/1`)
    expect(await page.locator('.slidev-note mark').textContent()).toBe('【待核：日期】')
    await page.goto(`${server.url}/script`)
    expect(await page.locator('.script .pending').textContent()).toBe('【待核：日期】')
  })
})

describe('a note with HTML, in a speech of a hundred characters a minute', () => {
  let page: Page
  beforeAll(async () => {
    const context = await openContext()
    const audience = await context.newPage() // whose slide the others show
    await audience.goto(`${server.url}/2`)
    await settle(audience)
    page = await context.newPage()
  })
  afterAll(() => page?.context().close())

  it.each(['/presenter/2', '/presenter/2?script', '/notes', '/overview', '/handout?print=true&slides=2'])('does nothing at %s', async (address) => {
    const asked: string[] = []
    const hear = (request: { url: () => string }) => asked.push(request.url())
    page.on('request', hear)
    await page.goto(server.url + address)
    const note = page.getByText('今天开会').first()
    await note.waitFor({ state: 'attached' })
    await page.waitForTimeout(500)
    page.off('request', hear)
    expect(await page.title()).not.toContain('harmed')
    expect(await page.locator('body').evaluate(body => getComputedStyle(body).display)).not.toBe('none')
    expect(await page.locator(':is(.slidev-note, .script article, .handout .notes) :is(img, script, iframe, svg, style, [onerror], [onload], a[href^="javascript:" i])').count()).toBe(0)
    expect(asked.filter(url => /harm|\/x$/.test(url))).toEqual([])
    const words = await note.evaluate(note => note.closest('.slidev-note, article')!.textContent!)
    expect(words).toContain('{{ 6 * 7 }}')
    // Slidev's views show a tag as it was typed; ours, which read notes aloud, leave it out
    if (await page.locator('.slidev-note').count() > 0 && !address.endsWith('script'))
      expect(words).toContain('<iframe src=')
  })

  it('is read as it was typed, tags and all, with its marks', async () => {
    await page.goto(`${server.url}/presenter/2?script`)
    await page.locator('.script').waitFor()
    expect(await page.locator('.script [data-shown] article').textContent()).toMatch(/^同志们：.*今天开会。/)
    expect(await page.locator('.script [data-shown] article').textContent()).toContain('<img') // characters like any other: “记作<A等” loses nothing
    expect(await page.locator('.script img').count()).toBe(0)
    expect(await page.locator('.script [data-shown] .stress').textContent()).toBe('一百字')
    expect(await page.locator('.script [data-shown] .cue').textContent()).toBe('／')
  })

  it('is planned at the pace of the headmatter', async () => {
    const left = await page.locator('.speech-clock .left').textContent()
    const [, minutes, seconds] = left!.match(/剩余 (\d+):(\d\d)/)!
    expect(Number(minutes) * 60 + Number(seconds)).toBeGreaterThanOrEqual(150) // some 300 characters, tags as they were typed among them; at the usual pace, half as long
    expect(Number(minutes) * 60 + Number(seconds)).toBeLessThan(210)
  })
})
