import type { Deck } from './support/deck'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { settle } from 'slidev-addon-speech/browser/stage'
import { root } from 'slidev-addon-speech/deck'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDeck } from './support/deck'

const SCREENS = [{ width: 1920, height: 1080 }, { width: 1024, height: 768 }, { width: 390, height: 844 }]

/**
 * kB, brotli, before the app can take a key: 0.67 of what plain Slidev fetched for this content when it was set (206 kB).
 * 12 kB of it are the strokes of the characters that the deck's slides write.
 */
const BUDGET = 138

describe('the first slide', () => {
  let deck: Deck
  beforeAll(async () => {
    deck = await openDeck()
  })
  afterAll(() => deck.close())

  /** Where the title stands and how large it is, in whole pixels */
  const title = () => deck.page.locator('h1').first().evaluate((heading) => {
    const { x, y, width, height } = heading.getBoundingClientRect()
    return { box: [x, y, width, height].map(Math.round), ground: getComputedStyle(document.querySelector('#slide-container')!).backgroundColor }
  })

  it.each(SCREENS)('shows without the app, and stands still when it comes: $width × $height', async (viewport) => {
    await deck.page.setViewportSize(viewport)
    await deck.page.route('**/assets/**', route => route.abort())
    await deck.page.goto(deck.url)
    await deck.page.evaluate(() => document.fonts.ready)
    const before = await title()
    expect(before.box[2]).toBeGreaterThan(100)
    await deck.page.unroute('**/assets/**')
    deck.errors.length = 0 // of the files that were held back

    await deck.page.addInitScript(() => {
      Object.assign(window, { shifts: [] })
      new PerformanceObserver(list => (window as unknown as { shifts: unknown[] }).shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true })
    })
    await deck.page.goto(deck.url)
    await deck.page.waitForFunction(() => document.querySelector('#app:not(:has(.first-slide)) h1') && !document.getElementById('first-slide'))
    await settle(deck.page)
    expect(await title()).toEqual(before)
    expect(await deck.page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts.length)).toBe(0)
    expect(deck.errors).toEqual([])
  })

  it.each(['/12', '/presenter/3', '/script', '/check', '/1?print'])('does not show at %s, even before the app', async (path) => {
    await deck.page.route('**/assets/**', route => route.abort())
    await deck.page.goto(deck.url + path)
    expect(await deck.page.locator('.first-slide').isVisible()).toBe(false)
    await deck.page.unroute('**/assets/**')
  })

  it('keeps the keys that are pressed before the app is there', async () => {
    let go = () => {}
    const gone = new Promise<void>(resolve => go = resolve)
    await deck.page.route('**/assets/**', route => gone.then(() => route.continue()))
    await deck.page.goto(deck.url, { waitUntil: 'commit' })
    await deck.page.locator('h1').first().waitFor()
    await deck.page.keyboard.press('PageDown')
    await deck.page.keyboard.press('PageDown')
    go()
    await expect.poll(() => deck.page.url(), { timeout: 20_000 }).toMatch(/\/3(?:\?|$)/)
    await deck.page.unroute('**/assets/**')
  })

  it(`takes at most ${BUDGET} kB before the app can take a key`, async () => {
    const { page } = deck
    const fetched = new Set<string>()
    page.on('request', request => fetched.add(new URL(request.url()).pathname))
    await page.goto('about:blank')
    await page.goto(deck.url)
    await page.waitForFunction(() => document.querySelector('#app:not(:has(.first-slide)) h1'))
    // what the page itself names, however fast this computer went on to fetch more
    const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
    const files = ['/index.html', ...new Set(html.match(/\/assets\/[^"]+\.(?:js|css)/g))]
    expect(files.slice(1).filter(file => !fetched.has(file))).toEqual([])
    const sizes = files.map(file => brotliCompressSync(readFileSync(join(root, 'dist', file))).length)
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThanOrEqual(BUDGET)
  })
})
