import type { StaticServer } from '../../scripts/lib/static-server'
import type { Deck } from './support/deck'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveFolder } from '../../scripts/lib/static-server'
import { buildVariant } from './support/build-variant'
import { openDeck } from './support/deck'

const headmatter = 'theme: default\nfonts: { provider: none }\nfavicon: "data:,"\nlayout: statement\nstatement: 一百字\nclicks: 1'
function slides(headmatter: string) {
  return `---
${headmatter}
---

# 题目

<!--
同志们：<img src="x" onerror="document.title = 'harmed'"><script>document.title = 'harmed'</script>今天开会。

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

  it.each(['/presenter/1', '/script', '/notes'])('does nothing at %s', async (address) => {
    await deck.page.goto(server.url + address)
    await deck.page.getByText('今天开会').first().waitFor({ state: 'attached' })
    await deck.page.waitForTimeout(500)
    expect(await deck.page.title()).not.toContain('harmed')
    expect(await deck.page.locator('.slidev-note img, .slidev-note script, .script img').count()).toBe(0)
  })

  it('is read without its tags, with its marks', async () => {
    await deck.page.goto(`${server.url}/script`)
    await deck.page.locator('.script').waitFor()
    expect(await article()).toMatch(/^同志们：.*今天开会。/)
    expect(await article()).not.toContain('<img')
    expect(await deck.page.locator('.script .stress').textContent()).toBe('一百字')
    expect(await deck.page.locator('.script .cue').textContent()).toBe('／')
  })

  it('is planned at the pace of the headmatter', async () => {
    const left = await deck.page.locator('.speech-clock .left').textContent()
    const [, minutes, seconds] = left!.match(/剩余 (\d+):(\d\d)/)!
    expect(Number(minutes) * 60 + Number(seconds)).toBeGreaterThanOrEqual(60)
    expect(Number(minutes) * 60 + Number(seconds)).toBeLessThan(90)
  })
})

describe('a build without notes', () => {
  beforeAll(async () => {
    server = await serveFolder(buildVariant('without-notes', slides(headmatter), '--without-notes'))
  })
  afterAll(() => server?.close())

  it('says so in the script, and plans nothing', async () => {
    await deck.page.goto(`${server.url}/script`)
    await deck.page.locator('.script').waitFor()
    expect(await article()).toContain('本副本不含讲稿')
    expect(await deck.page.locator('.speech-clock').textContent()).not.toMatch(/剩余|预计|本页/)
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
