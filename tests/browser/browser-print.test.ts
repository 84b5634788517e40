import type { Deck } from './support/deck'
import { settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { saidIn } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { plainText } from 'slidev-addon-speech/outline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDeck } from './support/deck'
import { letters, printedPages } from './support/printed'

const { slides } = await loadDeck()
let deck: Deck
beforeAll(async () => {
  deck = await openDeck({ viewport: { width: 1024, height: 768 } }) // not the slide's shape
})
afterAll(() => deck?.close())

async function open(address: string, content?: string) {
  await deck.page.goto(deck.url + address)
  await settle(deck.page, 20_000, content)
}

describe('printing from the browser', () => {
  it('gives the slide on show, whole, on a page of its size', async () => {
    await open('/1')
    await deck.page.keyboard.press('PageDown')
    await settle(deck.page)
    const printed = await printedPages(deck.page)
    expect(printed.map(({ width, height }) => [width, height])).toEqual([[1440, 810]])
    const whole = await deck.page.locator('#slideshow > :not([inert]):visible').textContent()
    expect([...printed[0].words].sort()).toEqual([...letters(whole!)].sort())
  })

  it('gives every slide on a page of its own from the overview', async () => {
    await open('/overview', '.overview-slide-block .slidev-layout')
    const printed = await printedPages(deck.page)
    expect(printed.map(({ width, height }) => [width, height])).toEqual(slides.map(() => [1440, 810]))
    for (const [index, { title }] of slides.entries())
      expect(printed[index].words, `page ${index + 1}`).toContain(letters(plainText(title)))
  })

  it.each([['the script', '/script'], ['the presenter view', '/presenter/2']])('gives the whole speech on A4 from %s', async (_, address) => {
    await open(address)
    const printed = await printedPages(deck.page)
    expect(printed.every(({ width, height }) => Math.round(width) === 595 && Math.round(height) === 842)).toBe(true)
    const words = printed.map(({ words }) => words).join('')
    for (const { note = '', index } of slides)
      expect(words, `note of slide ${index + 1}`).toContain(letters(saidIn(parseNote(note))))
    await expect.poll(() => deck.page.locator('.printed-speech').count()).toBe(0) // the screen is as before
  })

  it('has the speech there at once, since Firefox does not wait for it', async () => {
    await open('/script')
    expect(await deck.page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'))
      return document.querySelectorAll('.printed-speech section').length
    })).toBe(slides.length)
    await deck.page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect.poll(() => deck.page.locator('.printed-speech').count()).toBe(0)
  })
})
