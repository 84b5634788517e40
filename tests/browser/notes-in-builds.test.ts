import type { StaticServer } from 'slidev-addon-speech/browser/static-server'
import type { Deck } from './support/deck'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildVariant } from './support/build-variant'
import { openDeck } from './support/deck'

const headmatter = 'theme: default\nlang: zh-CN\nfonts: { provider: none }\nfavicon: "data:,"\nlayout: statement\nstatement: 一百字\nclicks: 1'
function slides(headmatter: string) {
  return `---
${headmatter}
---

# 题目

<!--
同志们：<img src="x" onerror="document.title = 'harmed'"><script>document.title = 'harmed'</script>今天开会。

<iframe src="/harm.html"></iframe> <svg onload="document.title = 'harmed'"></svg> <style>body { display: none }</style> <?harm?>

[链接](javascript:document.title='harmed') ![图](https://elsewhere.example/harm.png) {{ 6 * 7 }} {{ constructor.constructor("document.title = 'harmed'")() }}

[click] **一百字**／${'讲'.repeat(97)}
-->
`
}

let deck: Deck
let server: StaticServer

beforeAll(async () => {
  deck = await openDeck()
})
afterAll(() => deck?.close())

const article = () => deck.page.locator('.script article').textContent()

describe('a note with HTML, in a speech of a hundred characters a minute', () => {
  beforeAll(async () => {
    server = await serveFolder(buildVariant('hostile', slides(`${headmatter}\npace: 100`)))
  })
  afterAll(() => server?.close())

  it.each(['/presenter/1', '/script', '/notes', '/overview', '/handout?print=true&slides=1'])('does nothing at %s', async (address) => {
    const asked: string[] = []
    const hear = (request: { url: () => string }) => asked.push(request.url())
    deck.page.on('request', hear)
    await deck.page.goto(server.url + address)
    const note = deck.page.getByText('今天开会').first()
    await note.waitFor({ state: 'attached' })
    await deck.page.waitForTimeout(500)
    deck.page.off('request', hear)
    expect(await deck.page.title()).not.toContain('harmed')
    expect(await deck.page.locator('body').evaluate(body => getComputedStyle(body).display)).not.toBe('none')
    expect(await deck.page.locator(':is(.slidev-note, .script article, .handout .notes) :is(img, script, iframe, svg, style, [onerror], [onload], a[href^="javascript:" i])').count()).toBe(0)
    expect(asked.filter(url => /harm|\/x$/.test(url))).toEqual([])
    const words = await note.evaluate(note => note.closest('.slidev-note, article')!.textContent!)
    expect(words).toContain('{{ 6 * 7 }}')
    // Slidev's views show a tag as it was typed; ours, which read notes aloud, leave it out
    if (await deck.page.locator('.slidev-note').count() > 0 && !address.startsWith('/script'))
      expect(words).toContain('<iframe src=')
  })

  it('is read as it was typed, tags and all, with its marks', async () => {
    await deck.page.goto(`${server.url}/script`)
    await deck.page.locator('.script').waitFor()
    expect(await article()).toMatch(/^同志们：.*今天开会。/)
    expect(await article()).toContain('<img') // characters like any other: “记作<A等” loses nothing
    expect(await deck.page.locator('.script img').count()).toBe(0)
    expect(await deck.page.locator('.script .stress').textContent()).toBe('一百字')
    expect(await deck.page.locator('.script .cue').textContent()).toBe('／')
  })

  it('is planned at the pace of the headmatter', async () => {
    const left = await deck.page.locator('.speech-clock .left').textContent()
    const [, minutes, seconds] = left!.match(/剩余 (\d+):(\d\d)/)!
    expect(Number(minutes) * 60 + Number(seconds)).toBeGreaterThanOrEqual(150) // some 300 characters, tags as they were typed among them; at the usual pace, half as long
    expect(Number(minutes) * 60 + Number(seconds)).toBeLessThan(210)
  })
})

describe('a headmatter that the clock can\'t take', () => {
  it.each([
    ['pace: 快', 'pace 须是每分钟念的字数'],
    ['duration: 20min', 'duration 不必写'],
  ])('%s stops the build and says why, and where', (line, reason) => {
    let said = ''
    try {
      buildVariant('unfit', slides(`${headmatter}\n${line}`))
    }
    catch (error) {
      said = String((error as { stderr?: string }).stderr) + String((error as { stdout?: string }).stdout)
    }
    expect(said).toMatch(/slides\.md 第 \d+ 行，第 1 页/)
    expect(said).toContain(reason)
    expect(said).not.toMatch(/^\s+at /m)
  })
})
