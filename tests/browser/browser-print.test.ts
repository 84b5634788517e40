import type { Page } from 'playwright-chromium'
import type { Deck } from './support/deck'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { saidIn } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { plainText } from 'slidev-addon-speech/outline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDeck } from './support/deck'

const { slides } = await loadDeck()
const letters = (text: string) => text.match(/[\p{Script=Han}\d]/gu)?.join('') ?? ''

interface PrintedPage {
  /** Points */
  width: number
  height: number
  /** Its words, without punctuation and spaces */
  words: string
}

/** What the browser's own print command gives of the view on show */
async function print(page: Page): Promise<PrintedPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })), verbosity: 0 }).promise
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => {
    const sheet = await pdf.getPage(index + 1)
    const { items } = await sheet.getTextContent()
    return { width: sheet.view[2], height: sheet.view[3], words: letters(items.map(item => 'str' in item ? item.str : '').join('')) }
  }))
}

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
    const printed = await print(deck.page)
    expect(printed.map(({ width, height }) => [width, height])).toEqual([[1440, 810]])
    const whole = await deck.page.locator('#slideshow > :not([inert]):visible').textContent()
    expect([...printed[0].words].sort()).toEqual([...letters(whole!)].sort())
  })

  it('gives every slide on a page of its own from the overview', async () => {
    await open('/overview', '.overview-slide-block .slidev-layout')
    const printed = await print(deck.page)
    expect(printed.map(({ width, height }) => [width, height])).toEqual(slides.map(() => [1440, 810]))
    for (const [index, { title }] of slides.entries())
      expect(printed[index].words, `page ${index + 1}`).toContain(letters(plainText(title)))
  })

  it.each([['the script', '/script'], ['the presenter view', '/presenter/2']])('gives the whole speech on A4 from %s', async (_, address) => {
    await open(address)
    const printed = await print(deck.page)
    expect(printed.every(({ width, height }) => Math.round(width) === 595 && Math.round(height) === 842)).toBe(true)
    const words = printed.map(({ words }) => words).join('')
    for (const { note = '', index } of slides)
      expect(words, `note of slide ${index + 1}`).toContain(letters(saidIn(parseNote(note))))
    await expect.poll(() => deck.page.locator('.printed-speech').count()).toBe(0) // the screen is as before
  })
})
