import type { Deck } from './support/deck'
import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pictureName, settle, walk } from '../../scripts/lib/stage'
import { openDeck } from './support/deck'
import { borrowedFonts } from './support/fonts'
import { inspectSlide } from './support/inspect-slide'

const SCREENSHOTS = 'tests/screenshots'

describe.each([
  ['with its motion', 'no-preference', true],
  ['with reduced motion', 'reduce', false],
] as const)('every click of every slide, %s', (_, reducedMotion, takesPictures) => {
  let deck: Deck
  const findings: Record<string, string[]> = { outside: [], small: [], cut: [], overlapping: [], misset: [], borrowed: [] }

  beforeAll(async () => {
    deck = await openDeck(reducedMotion)
    if (takesPictures)
      rmSync(SCREENSHOTS, { recursive: true, force: true })
    for await (const step of walk(deck.page, deck.url)) {
      const found = {
        ...await deck.page.evaluate(inspectSlide, { smallest: 26, headingFont: 'Noto Serif SC' }),
        borrowed: await borrowedFonts(deck.page),
      }
      for (const [kind, list] of Object.entries(found))
        findings[kind].push(...list.map(finding => `slide ${step.slide}, click ${step.click}: ${finding}`))
      if (takesPictures)
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
})
