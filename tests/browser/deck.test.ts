import type { Inspection } from 'slidev-addon-speech/browser/inspect-slide'
import type { Deck } from './support/deck'
import { rmSync } from 'node:fs'
import { inspectSlide } from 'slidev-addon-speech/browser/inspect-slide'
import { currentStep, pictureName, settle, walk } from 'slidev-addon-speech/browser/stage'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { look } from '../../check'
import { sample } from '../support/soaking'
import { openDeck } from './support/deck'
import { borrowedFonts } from './support/fonts'

const SCREENSHOTS = '.cache/screenshots'

describe('every click of every slide, with its motion,', () => {
  let deck: Deck
  const findings: Record<string, string[]> = {}

  beforeAll(async () => {
    deck = await openDeck({ reducedMotion: 'no-preference' })
    rmSync(SCREENSHOTS, { recursive: true, force: true })
    for await (const step of walk(deck.page, deck.url)) {
      collect(findings, step, await deck.page.evaluate(inspectSlide, look))
      collect(findings, step, { borrowed: await borrowedFonts(deck.page) })
      await deck.page.screenshot({ path: `${SCREENSHOTS}/${pictureName(step)}.png` })
    }
  })
  afterAll(() => deck?.close())

  it('puts no error on the console', () => expect(deck.errors).toEqual([]))
  it('asks nothing of any other server', () => expect(deck.strayRequests).toEqual([]))
  it('keeps everything on the slide', () => expect(findings.outside).toEqual([]))
  it('has no text under 26 px', () => expect(findings.small).toEqual([]))
  it('cuts no text off', () => expect(findings.cut).toEqual([]))
  it('lets no texts overlap', () => expect(findings.overlapping).toEqual([]))
  it('sets its headings in its own Noto Serif SC', () => expect(findings.misset).toEqual([]))
  it('borrows no font from the computer', () => expect(findings.borrowed).toEqual([]))
  it('sets every text off by 7:1', () => expect(findings.faint).toEqual([]))
  it('stays readable where a projector adds a tenth of white', () => expect(findings.washedOut).toEqual([]))
  it('leaves no character alone on a last line', () => expect(findings.orphaned).toEqual([]))
  it('leaves no half of a content slide empty', () => expect(findings.empty).toEqual([]))
})

describe.each(sample<[string, number, number, Inspection]>([
  ['a phone held upright', 390, 844, { ...look, canvasWidth: 390, smallest: 10 }],
  ['an old 4:3 projector', 1024, 768, look],
  ['a laptop', 1280, 720, look],
  ['a 4K wall', 3840, 2160, look],
  ['a 4:3 projector', 1400, 1050, look],
], 2))('every click of every slide, with less motion, on %s', (_, width, height, inspection) => {
  let deck: Deck
  const findings: Record<string, string[]> = {}

  beforeAll(async () => {
    deck = await openDeck({ viewport: { width, height } })
    for await (const step of walk(deck.page, deck.url)) {
      collect(findings, step, await deck.page.evaluate(inspectSlide, inspection))
      collect(findings, step, { letterbox: await deck.page.evaluate(letterboxInAnotherColour) })
    }
  })
  afterAll(() => deck?.close())

  it('finds nothing to mend', () => expect(Object.values(findings).flat()).toEqual([]))
  it('puts no error on the console', () => expect(deck.errors).toEqual([]))
})

describe('any address of the deck', () => {
  let deck: Deck
  beforeEach(async () => {
    deck = await openDeck()
  })
  afterEach(() => deck?.close())

  it.each(['/', '/2?clicks=1', '/presenter/1', '/overview/'])('%s opens in Chinese, without an error or a stray request', async (address) => {
    await deck.page.goto(deck.url + address)
    await settle(deck.page)
    expect([...deck.errors, ...deck.strayRequests]).toEqual([])
    expect(await deck.page.getAttribute('html', 'lang')).toBe('zh-CN')
  })

  it.each(['/999', '/nowhere', '/nowhere/at/all', '/presenter/999?clicks=3'])('%s names no slide: the page says so, and leads to the first one', async (address) => {
    await deck.page.goto(deck.url + address)
    await deck.page.getByText(`这份幻灯片里没有 ${address.replace(/\?.*/, '')} 这个地址`).waitFor()
    expect(deck.page.url()).toBe(deck.url + address)
    await deck.page.getByRole('link', { name: '从第一页开始' }).click()
    await settle(deck.page)
    expect(await currentStep(deck.page)).toMatchObject({ slide: 1, click: 0 })
    expect(deck.errors).toEqual([])
  })

  it('/overview counts the clicks when all slides have come, and none before', async () => {
    const { page } = deck
    const scripts: (() => void)[] = []
    await page.route(/\/assets\/[^/]*\.js$/, async (route) => {
      if (/slide|\.md/.test(route.request().url()))
        await new Promise<void>(resolve => scripts.push(resolve))
      await route.continue()
    })
    await page.goto(`${deck.url}/overview/`)
    const counts = page.getByRole('region', { name: '页数' })
    await counts.waitFor()
    expect(await counts.textContent()).toMatch(/\d+ 页 · … 步/)
    await page.unroute(/\/assets\//)
    scripts.forEach(go => go())
    await expect.poll(() => counts.textContent()).toMatch(/\d+ 页 · \d+ 步/)
  })
})

function collect(findings: Record<string, string[]>, { slide, click }: { slide: number, click: number }, found: object) {
  for (const [kind, list] of Object.entries(found) as [string, unknown[]][])
    (findings[kind] ??= []).push(...list.map(finding => `slide ${slide}, click ${click}, ${kind}: ${JSON.stringify(finding)}`))
}

/** What surrounds a slide that has not the screen's shape must have the slide's own ground. */
function letterboxInAnotherColour(): string[] {
  const slide = [...document.querySelectorAll('#slide-content .slidev-layout')].find(layout => layout.checkVisibility({ visibilityProperty: true }) && !layout.closest('[inert]'))!
  const [ground, around] = [slide, document.querySelector('#slide-container')!].map(element => getComputedStyle(element).backgroundColor)
  return ground === around ? [] : [`${around} around ${ground}`]
}
