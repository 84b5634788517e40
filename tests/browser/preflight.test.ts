import type { Page } from 'playwright-chromium'
import type { Windows } from './support/windows'
import { loadDeck } from 'slidev-addon-speech/deck'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sample } from '../support/soaking'
import { openWindows, VENUES } from './support/windows'

const { slides } = await loadDeck()

let windows: Windows
let page: Page

const line = (name: string) => page.locator('dl > div', { has: page.locator('dt', { hasText: name }) })
/** Fonts, windows and screens are asked for every two seconds. */
const SOON = { timeout: 5000 }
const expectLine = (name: string, words: string | RegExp) => expect.poll(() => line(name).textContent(), SOON).toMatch(words)

describe.each(sample(VENUES))('the page before the meeting from %s', (venue) => {
  beforeEach(async () => {
    windows = await openWindows(venue)
    page = await windows.open('/check')
    await line('版本').waitFor()
  })
  afterEach(() => windows.close())

  it('counts the windows, also when they close, and is content with the deck', async () => {
    await expectLine('窗口同步', /1 个窗口.*没有观众屏幕/)
    const audience = await windows.open('/5')
    const presenter = await windows.open('/presenter/1')
    await expectLine('窗口同步', /^\s*好.*3 个窗口.*观众屏幕 1 个/)
    await expectLine('投影', '1280 × 720，全屏')
    await presenter.keyboard.press('z')
    await expectLine('窗口同步', '已定格')
    await presenter.keyboard.press('z')
    await expectLine('窗口同步', /^\s*好/)
    await audience.close()
    await expectLine('窗口同步', '2 个窗口')

    await expectLine('字体', /^\s*好.*6 种字体/)
    await expectLine('备注', new RegExp(`好.*${slides.length} 页都有备注`))
    await expectLine('外网', /^\s*好/)
    await expectLine('版本', /\d+\.\d+\.\d+/)
    const drafts = slides.filter(({ frontmatter }) => frontmatter.draft)
    await expectLine('拟稿', drafts.length ? `${drafts.length} 页` : '没有拟稿')
    expect(windows.errors).toEqual([])
  })
})

it('the page before the meeting finds a font that is missing and a request to another host', async () => {
  windows = await openWindows('this computer')
  await windows.context.route(/serif-sc-900.*woff2/, route => route.abort())
  await windows.context.route('https://elsewhere.example/**', route => route.fulfill({ body: '' }))
  await windows.context.addInitScript('fetch("https://elsewhere.example/icon").catch(() => {})')
  page = await windows.open('/check')
  await expectLine('字体', /要办.*Noto Serif SC 900 没有装上/)
  await expectLine('外网', /要办.*elsewhere\.example/)
  await windows.close()
})

it('the page before the meeting can be read at arm’s length, without scrolling', async () => {
  windows = await openWindows('this computer')
  page = await windows.open('/check')
  await page.setViewportSize({ width: 1366, height: 768 })
  await windows.open('/5')
  await windows.open('/presenter/5')
  await line('版本').waitFor()
  await expectLine('窗口同步', /^\s*好/)
  const sizes = await page.locator('.preflight *').evaluateAll(elements => elements.map(element => Number.parseFloat(getComputedStyle(element).fontSize)))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24)
  expect(await page.locator('.preflight').evaluate(element => element.scrollHeight <= element.clientHeight)).toBe(true)
  await windows.close()
})
