import type { Windows } from './support/windows'
import { settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { printedPages } from './support/printed'
import { openWindows, standing } from './support/windows'

/** What the deck asks for, or did, and Safari 16.0 or Firefox 115 lacks: there is neither to be had for tests */
const LACKING = {
  'Intl': ['Segmenter'],
  'window': ['requestIdleCallback', 'cancelIdleCallback', 'getScreenDetails'],
  'Promise': ['withResolvers'],
  'Array.prototype': ['toSorted', 'toReversed', 'toSpliced', 'with'],
  'Document.prototype': ['adoptedStyleSheets', 'fullscreenElement', 'fullscreenEnabled', 'exitFullscreen', 'startViewTransition'],
  'Element.prototype': ['requestFullscreen'],
  'Navigator.prototype': ['wakeLock', 'keyboard', 'userActivation', 'userAgentData', 'locks'],
  'Screen.prototype': ['isExtended', 'orientation'],
  'CSS': ['registerProperty', 'highlights'],
}

let windows: Windows
beforeAll(async () => {
  windows = await openWindows('this computer')
  await windows.context.addInitScript((lacking) => {
    const objects = { window, Intl, Promise, 'Array.prototype': Array.prototype, 'Document.prototype': Document.prototype, 'Element.prototype': Element.prototype, 'Navigator.prototype': Navigator.prototype, 'Screen.prototype': Screen.prototype, CSS }
    for (const [name, keys] of Object.entries(lacking))
      keys.forEach(key => Reflect.deleteProperty(objects[name as keyof typeof objects], key))
  }, LACKING)
})
afterEach(() => expect(windows.errors.splice(0)).toEqual([]))
afterAll(() => windows?.close())

it.each(['/1', '/presenter/1', '/script'])('%s moves in a browser that has no more than those of the floor', async (address) => {
  const page = await windows.open(address)
  await page.keyboard.press('PageDown')
  await expect.poll(() => standing(page)).toBe('2.0')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement !== document.body), 'Tab goes somewhere').toBe(true)
  await page.close()
})

it('/check goes through its lines there', async () => {
  const page = await windows.open('/check')
  await expect.poll(() => page.locator('.preflight dl > div').count()).toBe(10)
  await page.close()
})

it('the overview prints every slide on a page of its own there, and the slide shows as before', async () => {
  const { slides } = await loadDeck()
  const page = await windows.context.newPage()
  await page.goto(`${inject('deckUrl')}/overview`)
  await settle(page, 20_000, '.overview-slide-block .slidev-layout')
  const before = await page.locator('.overview-slide-block').first().boundingBox()
  expect(await printedPages(page)).toHaveLength(slides.length)
  expect(await page.locator('.overview-slide-block').first().boundingBox()).toEqual(before)
  await page.close()
})
