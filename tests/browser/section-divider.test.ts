import type { Deck } from './support/deck'
import { settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDeck } from './support/deck'

const { slides } = await loadDeck()
const dividers = slides.filter(({ frontmatter }) => frontmatter.layout === 'section').map(({ index }) => index + 1)

let deck: Deck

beforeAll(async () => {
  deck = await openDeck({ reducedMotion: 'no-preference' })
})
afterAll(() => deck?.close())

const divider = (page: number) => deck.page.locator(`#slideshow .slidev-page-${page} .section-divider`)

/** The animations of the divider that run or wait, each with the moment at which it ends */
function entrance(page: number): Promise<number[]> {
  return divider(page).evaluate(element => element.getAnimations({ subtree: true }).map(({ effect }) => Number(effect!.getComputedTiming().endTime)))
}

describe('a section divider', () => {
  it.each(dividers.map((page, index) => ({ page, index })))('on page $page marks part $index as the current step', async ({ page, index }) => {
    await deck.page.goto(`${deck.url}/${page}`)
    await settle(deck.page)
    expect(await divider(page).locator('[aria-current="step"]').allInnerTexts()).toEqual(['一二三'[index]])
    expect(await divider(page).locator('.eyebrow').allInnerTexts()).toEqual([`第${'一二三'[index]}部分`])
    expect(await divider(page).locator('.steps li').count()).toBe(dividers.length)
  })

  it('lists the chapters of its part as the footers name them', async () => {
    await deck.page.goto(`${deck.url}/${dividers[0]}`)
    await settle(deck.page)
    const listed = await divider(dividers[0]).locator('.chapters li').allInnerTexts()
    expect(listed).toHaveLength(2)

    await deck.page.goto(`${deck.url}/${dividers[0] + 1}`)
    await settle(deck.page)
    expect(await deck.page.locator(`#slideshow .slidev-page-${dividers[0] + 1} .chapter`).allInnerTexts()).toEqual([listed[0]])
  })

  it('is written within 1.2 s', async () => {
    await deck.page.goto(`${deck.url}/${dividers[1] - 1}?clicks=9`)
    await settle(deck.page)
    const ends = await deck.page.evaluateHandle(() => {
      const ends: number[] = []
      addEventListener('animationstart', ({ target }) => (target as Element).closest('.section-divider')
        && ends.push(...(target as Element).getAnimations().map(({ effect }) => Number(effect!.getComputedTiming().endTime))))
      return ends
    })
    await deck.page.keyboard.press('ArrowDown')
    await deck.page.waitForURL(`**/${dividers[1]}`)
    await settle(deck.page)
    expect((await ends.jsonValue()).length).toBeGreaterThan(0)
    expect(Math.max(...await ends.jsonValue())).toBeLessThanOrEqual(1200)
  })

  it('stands still under reduced motion and in the presenter view', async () => {
    await deck.page.emulateMedia({ reducedMotion: 'reduce' })
    await deck.page.goto(`${deck.url}/${dividers[1]}`)
    expect(await entrance(dividers[1])).toEqual([])
    await deck.page.emulateMedia({ reducedMotion: 'no-preference' })
    await deck.page.goto(`${deck.url}/presenter/${dividers[1]}`)
    expect(await entrance(dividers[1])).toEqual([])
  })
})
