import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'
import type { Windows } from './support/windows'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { inspectSlide } from 'slidev-addon-speech/browser/inspect-slide'
import { ready, settle, walk } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { look } from '../../check'
import { swipe } from '../monkey/operator'
import { sample, SOAKING } from '../support/soaking'
import { sharedBrowser } from './support/browser'
import { dataUrl, meanDifference, SAME } from './support/pictures'
import { openWindows, standing } from './support/windows'

const { slides } = await loadDeck()
const pageOf = (layout: string) => slides.findIndex(({ frontmatter }) => frontmatter.layout === layout) + 1
const pageWith = (value: number) => slides.findIndex(({ frontmatter }) => JSON.stringify(frontmatter).includes(`"value":${value}`)) + 1
/** Three counters that roll on entering the slide */
const examinations = pageWith(382)

const SOON = { timeout: 10_000, interval: 50 }
const isAt = (page: Page, place: string) => expect.poll(() => standing(page), SOON).toBe(place)
const onShow = (page: Page) => page.locator('#slideshow > :not([style*="display: none"])')
const figures = (page: Page, slide: number) => page.locator(`#slideshow .slidev-page-${slide} .stat-counter .figure`).allInnerTexts()

const opened: { close: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map(one => one.close()))
})

/** A machine with something out of order */
async function machine(fault: (context: BrowserContext) => Promise<unknown> = async () => {}): Promise<Windows> {
  const windows = await openWindows('this computer')
  opened.push(windows)
  await fault(windows.context)
  return windows
}

/** Another kind of machine */
async function pageOn(options: BrowserContextOptions, args: string[] = []): Promise<Page> {
  const browser = args.length > 0 ? await launchBrowser(args) : await sharedBrowser()
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', ...options })
  opened.push(args.length > 0 ? browser : context)
  return context.newPage()
}

/** Everything that the deck says to its readers, slide by slide and click by click */
async function wholeText(page: Page): Promise<string[]> {
  const texts: string[] = []
  for await (const { slide, click } of walk(page, inject('deckUrl')))
    texts.push(`${slide}.${click} ${await onShow(page).locator('.slidev-layout').textContent()}`)
  return texts
}

describe('fonts that', () => {
  it.each(sample<[string, (context: BrowserContext) => Promise<unknown>]>([
    ['are missing', (context: BrowserContext) => context.route('**/*.woff2', route => route.abort())],
    ['are corrupt', (context: BrowserContext) => context.route('**/*.woff2', route => route.fulfill({ contentType: 'font/woff2', body: 'not a font' }))],
  ]))('%s leave all text to the computer’s own', async (_, fault) => {
    const windows = await machine(fault)
    const page = await windows.open(`/${examinations}`)
    await settle(page)
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBe(0)
    const { cut, outside, overlapping } = await page.evaluate(inspectSlide, look)
    expect([cut, outside, overlapping]).toEqual([[], [], []])
    expect(await figures(page, examinations)).toEqual(['382人', '1190人', '62人'])

    const check = await windows.open('/check')
    await expect.poll(() => check.locator('dl > div', { hasText: '字体' }).textContent(), SOON).toMatch(/要办.*Noto Serif SC 700.*没有装上.*重新拷贝/)
    expect(windows.errors.filter(error => !error.startsWith('Failed to load resource'))).toEqual([])
  })
})

describe('storage that is', () => {
  it.each(sample([
    ['forbidden', `for (const name of ['localStorage', 'sessionStorage'])
       Object.defineProperty(window, name, { get() { throw new DOMException('Access is denied', 'SecurityError') }, configurable: true })`],
    ['full', `Storage.prototype.setItem = () => { throw new DOMException('exceeded the quota', 'QuotaExceededError') }`],
  ]))('%s hinders neither the slides nor the speaker', async (_, script) => {
    const windows = await machine(context => context.addInitScript(script))
    const [audience, presenter] = [await windows.open('/1'), await windows.open('/presenter/1')]
    await presenter.keyboard.press('ArrowDown')
    await presenter.keyboard.press('ArrowDown')
    await isAt(audience, '3.0')
    await expect.poll(() => presenter.locator('.speech-clock button').first().textContent(), { ...SOON, message: 'the clock runs' }).toContain('暂停')
    await presenter.locator('.to-script').click()
    await presenter.keyboard.press('+')
    const check = await windows.open('/check')
    await expect.poll(() => check.locator('dl > div').count(), SOON).toBeGreaterThan(5)
    // VueUse tells of each value that it couldn't keep
    expect(windows.errors.filter(error => !/denied|quota/.test(error))).toEqual([])
  })
})

describe('a clock that jumps', () => {
  it.each(sample<[string, number]>([
    ['an hour on, while the computer sleeps', 3_600_000],
    ['an hour back, when somebody sets it', -3_600_000],
  ]))('%s costs the speech no minute: the stopwatch waits for the next move', async (_, jump) => {
    const windows = await machine()
    const presenter = await windows.open('/presenter/1')
    await presenter.clock.install({ time: new Date('2026-09-01T09:00:00') })
    await presenter.reload()
    await ready(presenter)
    const clock = presenter.locator('.speech-clock')
    const seconds = async () => {
      const [minutes, rest] = (await clock.locator('.elapsed b').textContent())!.split(':').map(Number)
      return minutes * 60 + rest
    }
    await presenter.keyboard.press('ArrowDown')
    await presenter.clock.runFor(300_000)
    expect(await seconds()).toBeGreaterThanOrEqual(299)

    const now = await presenter.evaluate(() => Date.now())
    if (jump > 0)
      await presenter.clock.fastForward(jump)
    else
      await presenter.clock.setSystemTime(now + jump)
    await presenter.clock.runFor(1000)
    await expect.poll(() => clock.textContent(), SOON).toContain('停在')
    expect(await seconds()).toBeLessThan(310)

    await presenter.keyboard.press('ArrowDown')
    await presenter.clock.runFor(60_000)
    await expect.poll(() => clock.textContent(), SOON).toContain('用时')
    expect(await seconds()).toBeGreaterThanOrEqual(355)
    expect(await seconds()).toBeLessThan(400)
    expect(windows.errors).toEqual([])
  })
})

it.each(sample(['/3', '/presenter/3', '/script', '/check', '/overview', '/notes']))('a finger that sweeps to the side at %s never leaves the deck', async (path) => {
  const page = await pageOn({ viewport: { width: 960, height: 540 }, hasTouch: true })
  await page.goto(inject('deckUrl') + path)
  await ready(page)
  const devtools = await page.context().newCDPSession(page)
  for (const way of [480, 480, -480]) {
    await swipe(devtools, { x: way > 0 ? 180 : 700, y: 100 }, { x: way, y: 0 })
    await page.waitForTimeout(500) // Chromium goes back when its own picture of that has ended
    expect(page.url()).toMatch(inject('deckUrl'))
  }
})

describe.runIf(SOAKING)('a weak machine', () => {
  it('four times slower takes every key, and ends every figure right', async () => {
    const windows = await machine()
    const page = await windows.open('/1')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await (await windows.context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
    for (let slide = 1; slide < examinations; slide++)
      await page.keyboard.press('ArrowDown')
    await isAt(page, `${examinations}.0`)
    await settle(page)
    expect(await figures(page, examinations)).toEqual(['382人', '1190人', '62人'])
    expect(windows.errors).toEqual([])
  })

  it('short of memory goes on', async () => {
    const windows = await machine()
    const page = await windows.open(`/${examinations}`)
    await settle(page)
    const devtools = await windows.context.newCDPSession(page)
    const browserDevtools = await windows.context.browser()!.newBrowserCDPSession()
    for (let round = 0; round < 5; round++) {
      await browserDevtools.send('Memory.simulatePressureNotification', { level: 'critical' })
      await devtools.send('HeapProfiler.collectGarbage')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowUp')
    }
    await isAt(page, `${examinations}.0`)
    await settle(page)
    expect(await figures(page, examinations)).toEqual(['382人', '1190人', '62人'])
    expect(windows.errors).toEqual([])
  })

  it('without a graphics card, and without its substitute, rolls its figures to the end', async () => {
    const page = await pageOn({ reducedMotion: 'no-preference' }, ['--disable-gpu-compositing', '--disable-software-rasterizer', '--disable-accelerated-2d-canvas'])
    await page.goto(`${inject('deckUrl')}/${examinations - 1}?clicks=9`)
    await settle(page)
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => document.querySelector('#slideshow .odometer') !== null)
    await settle(page)
    expect(await page.locator('#slideshow .odometer').count()).toBe(0)
    expect(await figures(page, examinations)).toEqual(['382人', '1190人', '62人'])
  })
})

describe.runIf(SOAKING)('a machine set up for', () => {
  let here: string[]
  beforeAll(async () => {
    const page = await (await sharedBrowser()).newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
    here = await wholeText(page)
    await page.close()
  })

  it.each(sample([
    ['Egypt, with digits of its own', 'ar-EG', 'Africa/Cairo'],
    ['Germany', 'de-DE', 'Europe/Berlin'],
    ['India', 'hi-IN', 'Asia/Kolkata'],
    ['the date line', 'en-US', 'Pacific/Kiritimati'],
  ]))('%s shows the same words, figures and dates', { timeout: 240_000 }, async (_, locale, timezoneId) => {
    expect(await wholeText(await pageOn({ locale, timezoneId, reducedMotion: 'reduce' }))).toEqual(here)
  })
})

describe.runIf(SOAKING)('every click of every slide, on a projector of 1920 × 1080', () => {
  it.each(sample<[string, number]>([
    ['at a display scaling or zoom of 150 %', 1.5],
    ['at 125 %', 1.25],
    ['at 200 %', 2],
    ['at a zoom of 300 %', 3],
    ['at a zoom of 50 %', 0.5],
  ]))('%s, has nothing to mend', { timeout: 480_000 }, async (_, zoom) => {
    const page = await pageOn({ viewport: { width: Math.round(1920 / zoom), height: Math.round(1080 / zoom) }, deviceScaleFactor: zoom, reducedMotion: 'reduce' })
    const found: string[] = []
    for await (const { slide, click } of walk(page, inject('deckUrl'))) {
      const findings = await page.evaluate(inspectSlide, look)
      found.push(...Object.values(findings).flat().map(finding => `slide ${slide}, click ${click}: ${JSON.stringify(finding)}`))
    }
    expect(found).toEqual([])
  })

  it.each(sample(['/check', '/presenter/3', '/script']))('%s at a zoom of 300 % needs no scrolling to the side', async (path) => {
    const page = await pageOn({ viewport: { width: 640, height: 360 }, deviceScaleFactor: 3 })
    await page.goto(inject('deckUrl') + path)
    await ready(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})

describe('a system’s forced colours', () => {
  it.each(sample([pageOf('bars'), 1, pageOf('section'), examinations]))('leave slide %i the picture that it is', async (slide) => {
    const page = await pageOn({ reducedMotion: 'reduce' })
    await page.goto(`${inject('deckUrl')}/${slide}?clicks=9`)
    await settle(page)
    const picture = dataUrl(await page.screenshot())
    await page.emulateMedia({ forcedColors: 'active' })
    await settle(page)
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
    expect(await page.evaluate(meanDifference, [picture, dataUrl(await page.screenshot())] as [string, string])).toBeLessThan(SAME)
  })

  it('keep black black, and the speaker’s marks in sight', async () => {
    const windows = await machine()
    const [audience, presenter] = [await windows.open('/3'), await windows.open('/presenter/3')]
    for (const page of [audience, presenter])
      await page.emulateMedia({ forcedColors: 'active' })
    await presenter.keyboard.press('b')
    await expect.poll(() => audience.locator('.screen-curtain').evaluateAll(curtains => curtains.map(curtain => getComputedStyle(curtain).backgroundColor)), SOON).toEqual(['rgb(0, 0, 0)'])
    const mark = await presenter.locator('.speaker-marks span').evaluate(mark => ({ text: mark.textContent, border: getComputedStyle(mark).borderTopColor, ground: getComputedStyle(mark).backgroundColor }))
    expect(mark.text).toContain('已黑屏')
    expect(mark.border).not.toBe(mark.ground)
  })
})
