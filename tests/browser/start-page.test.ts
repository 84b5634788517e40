import type { Page } from 'playwright-chromium'
import type { Venue } from './support/windows'
import { chinese } from 'slidev-addon-podium/languages/zh-CN'
import { describe, expect, inject, it } from 'vitest'
import { sharedBrowser } from './support/browser'
import { BELOW_THE_FLOOR } from './support/other-browsers'
import { openWindows } from './support/windows'

const { failed, old } = chinese.startPage
const PLACES: Venue[] = ['a file', 'this computer']
const addressOf = (venue: Venue) => venue === 'a file' ? inject('deckFile') : inject('deckUrl')

/** What the page says, its last line the browser's own name */
async function saidOn(page: Page): Promise<string[]> {
  const said = page.locator('#start-page')
  await said.waitFor({ timeout: 10_000 })
  expect(await said.evaluate(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)).toBe(true)
  return said.locator('h1, p').allTextContents()
}

describe.each(PLACES)('the page that stands in for the deck, from %s', (venue) => {
  it.each(['CSSLayerBlockRule', 'structuredClone', 'BroadcastChannel'])('says what to do where the browser is below the floor, as one without %s', async (lacking) => {
    const { context, close } = await openWindows(venue)
    await context.addInitScript(name => Reflect.deleteProperty(window, name), lacking)
    const page = await context.newPage()
    await page.goto(addressOf(venue))
    expect(await saidOn(page)).toEqual([...old, await page.evaluate(() => navigator.userAgent)])
    await close()
  })

  it('says what to do where the app does not start', async () => {
    const { context, close } = await openWindows(venue)
    await context.addInitScript(() => Object.defineProperty(window, 'history', {
      get() {
        throw new Error('broken by a test')
      },
    }))
    const page = await context.newPage()
    await page.goto(addressOf(venue))
    expect(await saidOn(page)).toEqual([...failed, await page.evaluate(() => navigator.userAgent)])
    await close()
  })
})

it('the page stands in where scripts are missing', async () => {
  const page = await (await sharedBrowser()).newPage()
  await page.route('**/assets/*.js', route => route.abort())
  await page.goto(inject('deckUrl'))
  expect((await saidOn(page)).slice(0, -1)).toEqual(failed)
  await page.close()
})

it.each(BELOW_THE_FLOOR.flatMap(browser => browser.missing ? [] : PLACES.map(venue => ({ ...browser, venue }))))('$name says so from $venue', async ({ launch, venue }) => {
  const browser = await launch()
  const page = await browser.newPage()
  await page.goto(addressOf(venue))
  expect((await saidOn(page)).slice(0, -1)).toEqual(old)
  await browser.close()
})
