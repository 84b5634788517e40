import type { CDPSession, Page } from 'playwright-chromium'
import type { Deck } from './support/deck'
import { settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SOAKING } from '../support/soaking'
import { openDeck } from './support/deck'

const { slides } = await loadDeck()

/** Page number of the slide with this layout and figure */
function pageWith(value: number): number {
  return slides.findIndex(({ frontmatter }) => JSON.stringify(frontmatter).includes(`"value":${value}`)) + 1
}

/** Three counters that start on entering the slide */
const examinations = pageWith(382)
/** Two counters, the second at the first click */
const stories = pageWith(18)

let deck: Deck
let page: Page
let devtools: CDPSession

beforeAll(async () => {
  deck = await openDeck({ reducedMotion: 'no-preference' })
  page = deck.page
  devtools = await page.context().newCDPSession(page)
})
afterEach(() => expect(deck.errors).toEqual([]))
afterAll(() => deck?.close())

async function open(path: string) {
  await page.goto(deck.url + path)
  await settle(page)
}

/** How many counters are to have begun, and whether they are stopped in the frame in which they have */
interface Rolling { counters?: number, hold?: boolean }
function untilRolling(wish: Rolling) {
  return page.waitForFunction(({ counters = 1, hold = false }) => {
    const begun = document.querySelectorAll('#slideshow .odometer').length >= counters
    if (begun && hold)
      document.getAnimations().forEach(animation => animation.pause())
    return begun
  }, wish)
}
/** Presses a key at which counters begin; watches from before, since on a busy machine they might be at rest after it */
const pressUntilRolling = (key: string, wish: Rolling = {}) => Promise.all([untilRolling(wish), page.keyboard.press(key)])

/** Opens the slide before and steps forward, so that the slide is entered as on the day, until its counters have begun */
async function enter(slide: number, wish: Rolling = {}) {
  await open(`/${slide - 1}?clicks=9`)
  await pressUntilRolling('ArrowDown', wish)
  await page.waitForURL(`**/${slide}`)
}

const rolling = () => page.locator('#slideshow .odometer').count()
const figuresOf = (slide: number) => page.locator(`#slideshow .slidev-page-${slide} .stat-counter .figure`)

describe('a counter', () => {
  it('rolls when its slide is entered, and rests on its figure', async () => {
    await enter(examinations, { counters: 3 })
    await settle(page)
    expect(await rolling()).toBe(0)
    expect(await figuresOf(examinations).allInnerTexts()).toEqual(['382人', '1190人', '62人'])
  })

  it('rolls again on each re-entry', async () => {
    await enter(examinations)
    await settle(page)
    await page.keyboard.press('ArrowUp')
    await settle(page)
    await pressUntilRolling('ArrowDown')
  })

  it('shows its figure at once to someone who comes back from a later slide', async () => {
    await open(`/${examinations + 1}`)
    await page.keyboard.press('ArrowUp')
    await page.waitForURL(`**/${examinations}**`)
    for (let frame = 0; frame < 10; frame++) {
      expect(await rolling()).toBe(0)
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
    expect(await figuresOf(examinations).allInnerTexts()).toEqual(['382人', '1190人', '62人'])
  })

  it('with a click step waits unseen and rolls at that step', async () => {
    await enter(stories)
    await settle(page)
    const second = page.locator('#slideshow .stat-counter').filter({ hasText: '点击量突破' })
    expect(await second.evaluate(element => getComputedStyle(element).opacity)).toBe('0')
    await pressUntilRolling('ArrowRight')
    await settle(page)
    expect(await second.evaluate(element => getComputedStyle(element).opacity)).toBe('1')
    expect(await figuresOf(stories).allInnerTexts()).toEqual(['18节', '20万'])
  })

  it('gives copying, search and readers its final figure alone while it rolls', async () => {
    await enter(examinations, { counters: 3, hold: true })
    expect(await rolling()).toBe(3)

    const hero = figuresOf(examinations).first()
    expect(await hero.textContent()).toBe('382人')
    expect(await hero.evaluate((element) => {
      getSelection()!.selectAllChildren(element)
      return getSelection()!.toString()
    })).toBe('382人')

    const { nodes } = await devtools.send('Accessibility.getFullAXTree')
    const spoken = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'StaticText').map(({ name }) => name?.value as string)
    for (const figure of ['382', '1190', '62'])
      expect(spoken.filter(text => text === figure)).toHaveLength(1)
  })

  it('moves nothing else while it rolls', async () => {
    await open(`/${examinations - 1}?clicks=9`)
    await page.evaluate(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => (entry as PerformanceEntry & { value: number }).value)))
        .observe({ type: 'layout-shift', buffered: false })
    })
    await pressUntilRolling('ArrowDown')
    const box = () => figuresOf(examinations).first().boundingBox()
    const during = await box()
    await settle(page)
    expect(await box()).toEqual(during)
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([])
  })
})

describe('a rolling counter stands at its figure as soon as', () => {
  beforeEach(async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference', media: 'screen' })
    await enter(examinations)
    // long enough that only the interruption can end it
    await page.evaluate(() => document.getAnimations().forEach(animation => animation.updatePlaybackRate(0.001)))
  })
  afterEach(async () => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.emulateMedia({ reducedMotion: 'no-preference', media: 'screen' })
  })

  it.each<[string, () => Promise<unknown>]>([
    ['the window is resized', () => page.setViewportSize({ width: 1600, height: 900 })],
    ['the window loses its focus', () => page.evaluate(() => window.dispatchEvent(new Event('blur')))],
    ['less motion is asked for', () => page.emulateMedia({ reducedMotion: 'reduce' })],
    ['the page is printed', () => page.pdf()],
    ['the tab is hidden', hideTab],
  ])('%s', async (_, interrupt) => {
    await interrupt()
    await page.waitForFunction(() => document.querySelector('#slideshow .odometer') === null, undefined, { timeout: 2000 })
    expect(await figuresOf(examinations).allInnerTexts()).toEqual(['382人', '1190人', '62人'])
    await showTab()
  })
})

/** Headless Chromium keeps every tab visible, so the page is told what a hidden tab is told */
function hideTab() {
  return page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

function showTab() {
  return page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState')
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

describe('a counter never moves', () => {
  async function countOdometers(): Promise<number> {
    const counts = []
    for (let frame = 0; frame < 20; frame++)
      counts.push(await page.evaluate(() => new Promise<number>(resolve => requestAnimationFrame(() => resolve(document.querySelectorAll('.odometer').length)))))
    return Math.max(...counts)
  }

  it.each([
    ['in the presenter view', `/presenter/${examinations - 1}`, 'ArrowDown'],
    ['in the overview', '/overview', 'PageDown'],
    ['on the notes page', '/notes', 'PageDown'],
  ])('%s', async (_, path, key) => {
    await page.goto(deck.url + path, { waitUntil: 'networkidle' })
    await page.keyboard.press(key)
    expect(await countOdometers()).toBe(0)
  })

  it('under reduced motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(`/${examinations - 1}?clicks=9`)
    await page.keyboard.press('ArrowDown')
    expect(await countOdometers()).toBe(0)
    expect(await figuresOf(examinations).allInnerTexts()).toEqual(['382人', '1190人', '62人'])
    await page.emulateMedia({ reducedMotion: 'no-preference' })
  })
})

describe('random interruptions', () => {
  it('never leave a counter at another figure', async () => {
    const random = seeded(20)
    const figures = new Map<string, string>()
    const actions: [string, () => Promise<unknown>][] = [
      ['next', () => page.keyboard.press('PageDown')],
      ['next slide', () => page.keyboard.press('ArrowDown')],
      ['back', () => page.keyboard.press('PageUp')],
      ['previous slide', () => page.keyboard.press('ArrowUp')],
      ['resize', () => page.setViewportSize({ width: 1000 + Math.floor(random() * 900), height: 700 + Math.floor(random() * 300) })],
      ['blur', () => page.evaluate(() => window.dispatchEvent(new Event('blur')))],
      ['hide', hideTab],
      ['show', showTab],
      ['less motion', () => page.emulateMedia({ reducedMotion: 'reduce' })],
      ['full motion', () => page.emulateMedia({ reducedMotion: 'no-preference' })],
    ]

    await open(`/${pageWith(26)}`)
    const tail: string[] = []
    for (let count = 0; count < (SOAKING ? 300 : 100); count++) {
      const [name, act] = actions[Math.floor(random() * actions.length)]
      tail.push(name)
      await act()
      await page.waitForTimeout(Math.floor(random() * 60))

      const counters = await page.evaluate(() => [...document.querySelectorAll('#slideshow .stat-counter')].map(counter => ({
        slide: counter.closest<HTMLElement>('[data-slidev-no]')!.dataset.slidevNo!,
        place: [...counter.closest('.slidev-layout')!.querySelectorAll('.stat-counter')].indexOf(counter),
        text: counter.querySelector('.figure')!.textContent!,
        covered: counter.querySelector('.covered') !== null,
        overlaid: counter.querySelector('.odometer') !== null,
      })))
      for (const { slide, place, text, covered, overlaid } of counters) {
        const expected = figureAt(Number(slide), place)
        figures.set(`${slide}.${place}`, expected)
        expect(text, `slide ${slide} after ${tail.slice(-5).join(', ')}`).toBe(expected)
        expect(covered, `slide ${slide} after ${tail.slice(-5).join(', ')}`).toBe(overlaid)
      }
    }
    expect(figures.size).toBeGreaterThan(5)
    await page.setViewportSize({ width: 1920, height: 1080 })
  })

  /** What the counter at this place of this slide is to say, read from the slide's own data */
  function figureAt(slide: number, place: number): string {
    const counted: { value: number, unit?: string }[] = []
    collect(slides[slide - 1].frontmatter)
    const { value, unit = '' } = counted[place]
    return `${value}${unit}`

    function collect(data: unknown) {
      if (!data || typeof data !== 'object')
        return
      if ('value' in data)
        counted.push(data as { value: number, unit?: string })
      Object.values(data).forEach(collect)
    }
  }

  /** mulberry32, a small generator whose runs can be repeated */
  function seeded(seed: number): () => number {
    return () => {
      seed = (seed + 0x6D2B79F5) | 0
      let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    }
  }
})
