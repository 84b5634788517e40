import type { Browser, Page } from 'playwright-chromium'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { manuscriptFile } from 'slidev-addon-press/manuscript/manuscript-file'
import { readWord } from 'slidev-addon-press/manuscript/read-word'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { loadDeck } from 'slidev-addon-speech/deck'
import { spokenByClick, spokenLength } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildIn, makeVariant } from './support/build-variant'
import { freePort, startDevServer, stopServer } from './support/dev-server'

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

function deck(note: string) {
  return `---
theme: default
fonts: { provider: none }
favicon: "data:,"
title: 一份讲话【待核：届次】
layout: statement
statement: 一百字【待核：出处】
clicks: 3
---

# 坚持**德育，**做到【待核：年份】

<!--
${note}
-->
`
}

const bare = (text: string | null) => (text ?? '').replace(/\s/g, '')

/** The words of an element, with the numbers of lists that the browser sets itself */
function wordsIn(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const item of copy.querySelectorAll<HTMLLIElement>('ol > li'))
    item.prepend(`${item.value}.`)
  return copy.textContent!
}

describe('a note with every construct of Markdown', () => {
  let source: string
  let browser: Browser
  let page: Page
  let server: Awaited<ReturnType<typeof serveFolder>>

  beforeAll(async () => {
    source = makeVariant('one-reading', deck(NOTE))
    server = await serveFolder(buildIn(source))
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1600, height: 1200 } })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

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
    expect(bare(words.join(''))).toBe(WRITTEN)
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
    await page.locator('#slideshow .slidev-layout').getByText('一百字').waitFor()
    expect(bare(await page.locator('#slideshow').textContent())).toContain('坚持德育，做到')
    expect(await page.locator('body').textContent()).not.toContain('待核')
    expect(await page.title()).not.toContain('待核')
  })

  it('shows what is to be confirmed as a mark', async () => {
    await page.goto(`${server.url}/presenter/1`)
    expect(await page.locator('.slidev-note mark').textContent()).toBe('【待核：日期】')
    await page.goto(`${server.url}/script`)
    expect(await page.locator('.script .pending').textContent()).toBe('【待核：日期】')
  })

  it('is followed in every view by an edit to it alone, while the deck is edited', { timeout: 240_000 }, async () => {
    const port = await freePort()
    const { server: dev } = await startDevServer(port, [], process.env, source)
    onTestFinished(() => stopServer(dev))
    const context = await browser.newContext({ viewport: { width: 1600, height: 1200 } })
    const views = await Promise.all([
      ['/presenter/1', '.slidev-note'],
      ['/notes', '.slidev-note'],
      ['/script', '.script [data-shown] article'],
      ['/handout?print=true&slides=1', '.handout .notes'],
    ].map(async ([address, selector]) => {
      const view = await context.newPage()
      await view.goto(`http://127.0.0.1:${port}${address}`)
      const note = view.locator(selector).first()
      await note.getByText('图样完').waitFor({ timeout: 120_000 }) // compiled on demand
      return note
    }))

    for (const note of views)
      await note.evaluate(() => Object.assign(window, { stayed: true }))
    writeFileSync(join(source, 'slides.md'), deck(NOTE.replace('图样', '新图样')))
    for (const note of views) {
      await expect.poll(async () => bare(await note.evaluate(wordsIn)), { timeout: 20_000 }).toBe(SEEN.replace('图样', '新图样'))
      expect(await note.evaluate(() => 'stayed' in window), 'without a reload').toBe(true)
      const view = note.page()
      await view.reload()
      await note.getByText('新图样').waitFor()
    }
    await context.close()
  })
})
