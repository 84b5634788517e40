import type { Page } from 'playwright-chromium'
import type { Deck } from './support/deck'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { settle, walk } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { plainText } from 'slidev-addon-speech/outline'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sample } from '../support/soaking'
import { violationsOn } from './support/axe'
import { openDeck } from './support/deck'

const { slides, headmatter } = await loadDeck()
const agenda = slides.findIndex(({ frontmatter }) => frontmatter.layout === 'agenda') + 1
const titleOf = (slide: number) => plainText(slides[slide - 1].title)

function press(...keys: string[]) {
  return async (page: Page) => {
    for (const key of keys)
      await page.keyboard.press(key)
  }
}
/** Slidev takes the words after the key that opens its dialog */
async function find(page: Page) {
  await page.locator('#slidev-goto-dialog').waitFor({ state: 'attached' }) // it is fetched when the first slide is up
  await page.keyboard.press('g')
  await page.waitForFunction(() => document.activeElement?.id === 'slidev-goto-input')
  await page.keyboard.type('第一')
  await page.getByRole('option').first().waitFor()
}

async function openMenu(page: Page) {
  await page.locator('[title="更多设置"]').click()
  await page.getByText('反色').waitFor() // fetched when the first slide is up
}

async function openOverview(page: Page) {
  await page.keyboard.press('o')
  await page.getByRole('dialog', { name: '全部幻灯片' }).waitFor()
}

/** Every view, and what comes up over one */
const VIEWS: [name: string, address: string, state?: (page: Page) => Promise<void>][] = [
  ['a slide', `/${agenda}`],
  ['a dark slide', '/1'],
  ['the menu of a slide', '/3', openMenu],
  ['the list of keys', '/3', press('?')],
  ['the jump to a page', '/3', find],
  ['all slides over one', '/3', openOverview],
  ['the black screen', '/3', press('b')],
  ['the presenter view', '/presenter/3'],
  ['the presenter view with all its marks', '/presenter/3', press('z', 'b')],
  ['the menu of the presenter view', '/presenter/3', openMenu],
  ['the presenter view of the projector', '/presenter/3', page => page.getByText('屏幕镜像').click()],
  ['the script', '/script', press('PageDown')],
  ['the script on light paper', '/script', press('d')],
  ['the page before the meeting', '/check'],
  ['all slides with their notes', '/overview'],
  ['the notes', '/notes'],
  ['the notes to be edited', '/notes-edit'],
  ['the list of views', '/entry'],
  ['the handout', '/handout?print=true&slides=1,2,7'],
  ['the print page', '/print?print=true'],
]

/** Pages that are printed and never worked with */
const PAPER = ['the handout', 'the print page']

/** Views with the same controls as the one before */
const ALIKE = ['a dark slide', 'the presenter view with all its marks', 'the script on light paper']

/** Everything that is pressed, or takes the focus */
const CONTROLS = ':is(a[href], button, input, select, textarea, [role=button], [tabindex="0"]):not([inert], [inert] *, :disabled)'

describe.each([
  ['a laptop', 1280, 720],
  ['a phone held upright', 390, 844],
])('on %s', (_, width, height) => {
  let deck: Deck
  beforeAll(async () => {
    deck = await openDeck({ viewport: { width, height } })
  })
  afterAll(() => deck?.close())

  it('every slide meets WCAG 2.2 AA, its contrast AAA, under one heading and a title of its own', async () => {
    const found: string[] = []
    for await (const { slide, click, clicks } of walk(deck.page, deck.url)) {
      if (click < clicks)
        continue
      found.push(...(await violationsOn(deck.page, width > height ? 'slide' : 'slide on a phone')).map(violation => `slide ${slide}: ${violation}`))
      expect(await deck.page.locator('#slideshow :is(h1, h2):not([inert] *):visible').count(), `headings of slide ${slide}`).toBe(1)
      expect(await deck.page.title()).toBe(`${slide}. ${titleOf(slide)} - ${headmatter.title}`)
    }
    expect(found).toEqual([])
  }, 600_000)

  it.each(width > height ? VIEWS : sample(VIEWS))('%s meets WCAG 2.2 AA, with controls large enough', async (name, address, state) => {
    await open(deck, address, state)
    expect(await violationsOn(deck.page, 'view')).toEqual([])
    if (!PAPER.includes(name))
      expect(await smallControls(deck.page, name === 'a slide' ? 'slide' : 'view')).toEqual([])
  }, 300_000)
})

describe('by keyboard', () => {
  let deck: Deck
  beforeAll(async () => {
    deck = await openDeck({ viewport: { width: 1280, height: 720 } })
  })
  afterAll(() => deck?.close())

  it.each(sample(VIEWS.filter(([name]) => ![...PAPER, ...ALIKE].includes(name)), 6))('every control of %s is reached, and seen with the focus', async (name, address, state) => {
    await open(deck, address, state)
    const inDialog = await deck.page.locator('dialog[open]').count() ? 'dialog[open] ' : '' // the rest is out of reach, by design
    const controls = await deck.page.locator(`${inDialog}${CONTROLS}:visible`).evaluateAll((elements) => {
      elements.forEach((element, index) => element.setAttribute('data-control', String(index)))
      return elements.map(element => element.outerHTML.slice(0, 120))
    })
    const reached = new Set<number>()
    const start = await deck.page.evaluate(focused)
    if (start)
      reached.add(start.control)
    // a trap would keep it from some
    for (let presses = 0; reached.size < controls.length && presses < 2 * controls.length + 4; presses++) {
      await deck.page.keyboard.press('Tab')
      const focus = await deck.page.evaluate(focused)
      if (!focus)
        continue // from the last control on to the browser's own, and round again
      expect(focus, `${name}: ${focus.html}`).toMatchObject({ seen: true, ring: true })
      reached.add(focus.control)
    }
    expect(controls.filter((_, index) => !reached.has(index))).toEqual([])
  }, 300_000)

  it('a row and a card that Slidev made for the mouse open as well', async () => {
    const { page } = deck
    await open(deck, '/3', openOverview)
    const card = page.getByRole('dialog', { name: '全部幻灯片' }).getByRole('button').nth(6)
    await card.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/\/7(?:\?|$)/)

    await open(deck, '/3', find)
    const option = page.getByRole('option').first()
    const number = /\d+/.exec(await option.textContent() ?? '')![0]
    await option.focus()
    await page.keyboard.press(' ')
    await expect.poll(() => page.url()).toMatch(new RegExp(`/${number}(?:\\?|$)`))
  })

  it('the list of keys takes the focus and gives it back', async () => {
    const { page } = deck
    await open(deck, `/${agenda}`)
    const link = page.locator('#slideshow a:visible').first()
    await link.focus()
    await link.evaluate(link => link.blur())
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: '按键' })
    await help.waitFor()
    expect(await help.evaluate(help => help.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.url()).toMatch(new RegExp(`/${agenda + 1}$`))
  })
})

describe('the news of a slide', () => {
  let deck: Deck
  beforeAll(async () => {
    deck = await openDeck()
  })
  afterAll(() => deck?.close())

  it.each(['/5', '/presenter/5', '/presenter/5?script'])('comes once a slide, without its clicks, at %s', async (address) => {
    await open(deck, address)
    expect(await deck.page.locator('[aria-live]').count()).toBe(1)
    expect(await deck.page.locator('[aria-live]').textContent()).toBe('')
    await deck.page.evaluate(() => {
      const news: string[] = []
      Object.assign(window, { news })
      const region = document.querySelector('[aria-live=polite]')!
      new MutationObserver(() => news.push(region.textContent!.trim())).observe(region, { subtree: true, childList: true, characterData: true })
    })
    // through every click of each, and back
    for (let moves = 0, last = deck.page.url(); !/\/8(?:\?|$)/.test(deck.page.url()) && moves < 40; moves++) {
      await deck.page.keyboard.press('ArrowRight')
      await expect.poll(() => deck.page.url()).not.toBe(last)
      last = deck.page.url()
      const slide = /\/(\d+)(?:\?|$)/.exec(last)![1]
      if (slide !== '5') // a busy machine may tell of a slide later than it is left
        await deck.page.getByText(`第 ${slide} 页，共 ${slides.length} 页`).waitFor({ state: 'attached' })
    }
    await deck.page.keyboard.press('ArrowUp')
    await expect.poll(() => deck.page.url()).toMatch(/\/7(?:\?|$)/)
    await settle(deck.page)
    expect(await deck.page.evaluate(() => (window as unknown as { news: string[] }).news))
      .toEqual([6, 7, 8, 7].map(slide => `第 ${slide} 页，共 ${slides.length} 页：${titleOf(slide)}`))
  })

  it.each(['/print?print=true', '/handout?print=true&slides=1,2'])('is not on paper: %s', async (address) => {
    await open(deck, address)
    expect(await deck.page.locator('[aria-live]').count()).toBe(0)
  })
})

describe('the script with everything twice as large', () => {
  let usual: Awaited<ReturnType<typeof openScript>> | undefined

  it.each([
    ['by the browser\'s zoom', { width: 683, height: 384 }, 2, []],
    ['by the browser\'s size of text', { width: 1366, height: 768 }, 1, ['--blink-settings=defaultFontSize=32']],
  ])('%s loses no word and no button', async (_, viewport, deviceScaleFactor, args) => {
    usual ??= await openScript({ width: 1366, height: 768 }, 1, [])
    const large = await openScript(viewport, deviceScaleFactor, args)
    expect(large.words).toEqual(usual.words)
    expect(large.cut).toEqual([])
    expect(large.height * deviceScaleFactor).toBeGreaterThanOrEqual(2 * Math.min(usual.height, 28 * 1.55)) // the smallest that the script sets itself
    expect(large.room, 'lines that stand on the screen').toBeGreaterThanOrEqual(2)
  })

  async function openScript(viewport: { width: number, height: number }, deviceScaleFactor: number, args: string[]) {
    const browser = await launchBrowser(args)
    const page = await browser.newPage({ viewport, deviceScaleFactor, locale: 'zh-CN', reducedMotion: 'reduce' })
    await page.goto(`${inject('deckUrl')}/presenter/7?script`)
    await page.locator('.script .said').first().waitFor()
    const measured = await page.evaluate(measureScript)
    await browser.close()
    return measured
  }
})

async function open({ page, url }: Deck, address: string, state?: (page: Page) => Promise<void>) {
  await page.goto(url + address)
  await page.locator(':is(h1, h2):not(.first-slide *)').first().waitFor({ state: 'attached' }) // the app's own, which takes keys
  await page.evaluate(() => document.fonts.ready)
  await state?.(page)
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running')
    && [...document.querySelectorAll('.slidev-page')].every(page => page.querySelector('.slidev-layout'))
    && (!location.pathname.endsWith('/check') || document.querySelector('.preflight dt')))
}

/** Controls of less than 24 × 24 px (WCAG 2.2, 2.5.8) */
async function smallControls(page: Page, what: 'view' | 'slide'): Promise<string[]> {
  const links = what === 'slide' ? '' : ':not(.slidev-layout *)' // in a small picture of a slide its links are as small, and wide apart; axe measures that
  return page.locator(`${CONTROLS}${links}:visible`).evaluateAll(elements => elements.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect()
    return Math.min(width, height) < 23.9 ? [`${width.toFixed(1)} × ${height.toFixed(1)}: ${element.outerHTML.slice(0, 120)}`] : []
  }))
}

/** Where the focus is, whether it can be seen, and whether a ring is drawn that stands out 3:1 from what is behind or from its own edge */
async function focused() {
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const element = document.activeElement
  if (!element || element === document.body)
    return undefined
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  let ground = element.parentElement
  while (ground?.parentElement && /, 0\)$|transparent/.test(getComputedStyle(ground).backgroundColor))
    ground = ground.parentElement
  const behind = luminance(ground ? getComputedStyle(ground).backgroundColor : 'white')
  const ring = [outlineColor, /rgba?\([^)]*\)/.exec(boxShadow)?.[0] ?? outlineColor].map(luminance)
  return {
    html: element.outerHTML.slice(0, 120),
    control: Number(element.getAttribute('data-control') ?? -1),
    seen: element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    ring: outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2 && ring.some(colour => contrast(colour, behind) >= 3),
  }

  function luminance(colour: string): number {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(channel => channel / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  function contrast(one: number, other: number): number {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  }
}

/** What the script says and offers, and what of it a box or the window cuts off */
function measureScript() {
  const script = document.querySelector('.script')!
  const article = script.querySelector('[data-shown] article')!
  const shown = [...script.querySelectorAll<HTMLElement>('header *, footer *')].filter(element => element.checkVisibility() && !element.matches('.next, .next *, .more')) // a look ahead, cut to a line by design; it comes only when it is needed
  const line = article.querySelector<HTMLElement>('.said')!.closest('p')!
  const height = Number.parseFloat(getComputedStyle(line).lineHeight)
  return {
    words: [...shown.filter(({ childElementCount }) => childElementCount === 0).map(({ textContent }) => textContent!.replaceAll(/\d+:\d+/g, 'time')), article.textContent],
    cut: shown.filter((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5 || (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible')
    }).map(({ outerHTML }) => outerHTML.slice(0, 120)).concat(article.scrollWidth > article.clientWidth ? ['the text'] : []),
    height,
    room: Math.floor(article.clientHeight / height),
  }
}
