import type { Browser, Page } from 'playwright-chromium'
import type { TextLine } from './support/text-lines'
import type { Windows } from './support/windows'
import { inspectSlide } from 'slidev-addon-speech/browser/inspect-slide'
import { settle, walk } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { saidIn } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { plainText } from 'slidev-addon-speech/outline'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { sample } from '../support/soaking'
import { BELOW_THE_FLOOR, OTHER_BROWSERS } from './support/other-browsers'
import { letters, printedPages } from './support/printed'
import { differencesOf, textLines, WITHOUT_POLISH } from './support/text-lines'
import { openWindows, standing } from './support/windows'

/** Pixels of a window of 1280 × 720 by which a line of text may stand elsewhere, or be larger; Firefox has other heights of lines */
const BOUNDS = { Chromium: 2, Firefox: 6 }
const SOON = { timeout: 5000, interval: 20 }

const { slides } = await loadDeck()
const noteOf = (slide: number) => letters(saidIn(parseNote(slides[slide - 1].note)))
/** A slide that takes clicks */
const stepped = slides.findIndex(({ frontmatter }) => frontmatter.clicks === 2) + 1

/** Runs in each page before all else. */
function prepare(css: string) {
  const sheet = new CSSStyleSheet() // a script's, since the policy takes no other
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]

  // tests ask for it, the deck does not; Chromium has it from 105 on
  Element.prototype.checkVisibility ??= function ({ opacityProperty, visibilityProperty } = {}) {
    const isClear = (element: Element | null): boolean => element !== null && (getComputedStyle(element).opacity === '0' || isClear(element.parentElement))
    return this.getClientRects().length > 0
      && !(visibilityProperty && getComputedStyle(this).visibility !== 'visible')
      && !(opacityProperty && isClear(this))
  }
}

for (const { name, missing } of [...OTHER_BROWSERS, ...BELOW_THE_FLOOR].filter(({ missing }) => missing))
  console.warn(`The deck was not tried in ${name}: ${missing}.`)

describe.each(OTHER_BROWSERS.filter(({ missing }) => !missing))('in $name', ({ name, kind, launch }) => {
  const BOUND = BOUNDS[kind]
  let old: Browser
  let windows: Windows
  /** The same deck in this computer's browser */
  let present: Windows

  beforeAll(async () => {
    old = await launch()
    windows = await openWindows('this computer', old)
    present = await openWindows('this computer')
    for (const { context } of [windows, present])
      await context.addInitScript(prepare, WITHOUT_POLISH)
  })
  afterEach(async () => {
    expect(windows.errors.splice(0)).toEqual([])
    await Promise.all([windows, present].flatMap(({ context }) => context.pages()).map(page => page.close()))
  })
  afterAll(async () => {
    await present?.close()
    await old?.close()
  })

  it('it is this one that is tried', () => {
    expect(`${kind} ${Number.parseInt(old.version())}`).toContain(name)
  })

  const linesOn = (page: Page) => page.evaluate(textLines)

  /** Every step from the first to the last by the clicker's key, with the lines of text at each */
  async function walkOn(page: Page, look = async () => {}) {
    const steps = new Map<string, TextLine[]>()
    for await (const { slide, click } of walk(page, inject('deckUrl'))) {
      steps.set(`${slide}.${click}`, await linesOn(page))
      await look()
    }
    return steps
  }

  it('every slide and click comes forward and back, each line of text where it is in the present browser', async () => {
    const [page, other] = [await windows.context.newPage(), await present.context.newPage()]
    const faults: unknown[] = []
    const [here, there] = await Promise.all([
      walkOn(page, async () => {
        const { outside, cut, overlapping, small, misset } = await page.evaluate(inspectSlide, {})
        for (const sightings of [outside, cut, overlapping, small, misset].filter(({ length }) => length > 0))
          faults.push(await standing(page), sightings)
      }),
      walkOn(other),
    ])
    expect([...here.keys()]).toEqual([...there.keys()])
    expect(here.has(`${slides.length}.0`)).toBe(true)
    expect(here.has(`${stepped}.2`)).toBe(true)
    expect(faults).toEqual([])
    expect([...here].flatMap(([place, lines]) => differencesOf(lines, there.get(place)!, BOUND).map(difference => `${place}: ${difference}`))).toEqual([])

    for (const [place, lines] of [...here].reverse().slice(1)) {
      await page.keyboard.press('PageUp')
      await expect.poll(() => standing(page), SOON).toBe(place)
      await settle(page)
      expect(differencesOf(await linesOn(page), lines, 0.5), `${place} on the way back`).toEqual([])
    }
  })

  /** Where parts of a view stand: left, top, width, height */
  const boxesOf = (page: Page, parts: string[]) => page.evaluate(parts => parts.map((part) => {
    const { x, y, width, height } = document.querySelector(part)!.getBoundingClientRect()
    return [x, y, width, height]
  }), parts)
  /** The same in both browsers, within the bound */
  function expectSame(boxes: number[][], others: number[][]) {
    for (const [index, box] of boxes.entries())
      expect(Math.max(...box.map((value, side) => Math.abs(value - others[index][side]))), `part ${index}: ${box} and ${others[index]}`).toBeLessThanOrEqual(BOUND)
  }

  it.each(sample([[1366, 768], [1024, 768]]))('the presenter view of %i × %i shows the slide in its size, and the note', async (width, height) => {
    const parts = ['.slidev-presenter #slide-content', '.slidev-presenter .slidev-note', '.slidev-presenter .grid-section.bottom', '.slidev-presenter .grid-section.next']
    const both = await Promise.all([windows, present].map(async (browser) => {
      const page = await browser.open(`/presenter/${stepped}`)
      await page.setViewportSize({ width, height })
      await settle(page)
      return { page, boxes: await boxesOf(page, parts) }
    }))
    const [{ page, boxes: [slide] }] = both
    expect(slide[2] / slide[3]).toBeCloseTo(16 / 9, 1)
    expect(slide[2]).toBeGreaterThan(width / 3)
    expectSame(both[0].boxes, both[1].boxes)
    const note = page.locator('.slidev-presenter .slidev-note')
    expect(letters((await note.textContent())!)).toBe(noteOf(stepped))
    expect(await note.evaluate(note => note.checkVisibility())).toBe(true)
  })

  it('a slide with a zoom of its own fills the canvas', async () => {
    const page = await windows.open('/2')
    await settle(page)
    const parts = ['#slide-content', '#slideshow > .slidev-page:not([inert]) > .slidev-layout']
    await page.evaluate(() => document.querySelector<HTMLElement>('#slideshow > .slidev-page:not([inert])')!.style.setProperty('--slidev-slide-zoom-scale', '0.8'))
    await settle(page)
    const [canvas, slide] = await boxesOf(page, parts)
    expectSame([slide], [canvas])
  })

  it('the script shows the words, and moves', async () => {
    const page = await windows.open('/script')
    for (const slide of [1, 2]) {
      const note = page.locator('.script [data-shown] article')
      await expect.poll(async () => letters((await note.textContent())!), SOON).toBe(noteOf(slide))
      const box = (await note.boundingBox())!
      expect(box.width).toBeGreaterThan(1280 / 2)
      expect(box.height).toBeGreaterThan(40)
      await page.keyboard.press('PageDown')
    }
  })

  it('windows follow each other, and one that opens late', async () => {
    const [audience, presenter, script] = [await windows.open('/1'), await windows.open('/presenter/1'), await windows.open('/script')]
    const all = [audience, presenter, script]
    const allAt = (place: string) => expect.poll(() => Promise.all(all.map(standing)), SOON).toEqual(all.map(() => place))
    await audience.keyboard.press('PageDown')
    await allAt('2.0')
    await script.keyboard.press('PageDown')
    await allAt('3.0')
    for (let slide = 3; slide < stepped; slide++)
      await presenter.keyboard.press('ArrowDown')
    await allAt(`${stepped}.0`)
    await settle(presenter) // Slidev knows of a slide's clicks once it is drawn
    await presenter.keyboard.press('PageDown')
    await allAt(`${stepped}.1`)
    all.push(await windows.open('/1'))
    await allAt(`${stepped}.1`)
  })

  it('an upright phone shows the whole slide, the first one before the app has come', async () => {
    const viewport = { width: 390, height: 844 }
    for (const [address, alone] of [['/', true], [`/${stepped}?clicks=2`, false]] as const) {
      const [here, there] = await Promise.all([windows, present].map(async ({ context }) => {
        const page = await context.newPage()
        await page.setViewportSize(viewport)
        if (alone)
          await page.route('**/assets/**', route => route.abort())
        await page.goto(inject('deckUrl') + address)
        await page.locator('#slide-content .slidev-layout').filter({ visible: true }).first().waitFor()
        await page.evaluate(() => document.fonts.ready)
        if (!alone)
          await settle(page)
        const [box] = await boxesOf(page, [':not([inert]) > .slidev-layout'])
        return { box, lines: await linesOn(page) }
      }))
      if (alone)
        windows.errors.length = 0 // of the files that were held back
      expectSame([here.box], [there.box])
      const boxes = [here.box, ...here.lines.map(({ box }) => box)]
      const left = Math.min(...boxes.map(([x]) => x))
      const top = Math.min(...boxes.map(([, y]) => y))
      const right = Math.max(...boxes.map(([x,, width]) => x + width))
      const bottom = Math.max(...boxes.map(([, y,, height]) => y + height))
      expect(right - left, address).toBeGreaterThan(viewport.width * 0.9)
      expect([left >= -1, top >= -1, right <= viewport.width + 1, bottom <= viewport.height + 1], `${address}: ${[left, top, right, bottom]}`).toEqual([true, true, true, true])
      expect(here.lines.length).toBeGreaterThan(0)
      expect(here.lines.map(({ text }) => text)).toEqual(there.lines.map(({ text }) => text))
    }
  })

  it('keys act, after Tab as well', async () => {
    const page = await windows.open('/2')
    await settle(page)
    const curtain = page.locator('.screen-curtain')
    for (const hide of ['b', '.', 'w']) {
      await page.keyboard.press('Tab')
      await page.keyboard.press(hide)
      await curtain.waitFor()
      await page.keyboard.press(hide)
      await curtain.waitFor({ state: 'detached' })
    }
    await page.keyboard.press('?')
    const help = page.locator('.key-help')
    await help.waitFor()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await page.keyboard.press('End')
    await expect.poll(() => standing(page), SOON).toMatch(new RegExp(`^${slides.length}\\.`))
    await page.keyboard.press('Home')
    await expect.poll(() => standing(page), SOON).toBe('1.0')
  })

  it.each([
    ['every slide on a page of its own from the overview', '/overview', '.overview-slide-block .slidev-layout', slides.map(({ title }) => letters(plainText(title))), true],
    ['the whole speech from the script', '/script', undefined, slides.map((_, index) => noteOf(index + 1)), false],
  ])('prints %s', async (_, address, content, texts, alone) => {
    const page = await windows.context.newPage()
    await page.goto(inject('deckUrl') + address)
    await settle(page, 20_000, content)
    const printed = await printedPages(page)
    for (const [index, text] of texts.entries())
      expect(alone ? printed[index].words : printed.map(({ words }) => words).join(''), `slide ${index + 1}`).toContain(text)
    if (alone)
      expect(printed).toHaveLength(slides.length)
  })

  it('counters stand at their figures in print', async () => {
    const [page, other] = await Promise.all([windows, present].map(({ context }) => context.newPage()))
    const figures = await Promise.all([page, other].map(async (page) => {
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      await page.goto(`${inject('deckUrl')}/print?print=true`)
      await expect.poll(() => page.locator('.print-slide-container .slidev-layout').count(), SOON).toBe(slides.length)
      await settle(page)
      expect(await page.locator('.odometer').count()).toBe(0)
      return page.locator('.stat-counter .figure').allInnerTexts()
    }))
    expect(figures[0].length).toBeGreaterThan(0)
    expect(figures[0]).toEqual(figures[1])
  })

  it('the handout has whole slides', async () => {
    for (const query of sample(['', '&lined'])) {
      const [here, there] = await Promise.all([windows, present].map(async ({ context }) => {
        const page = await context.newPage()
        await page.goto(`${inject('deckUrl')}/handout?print=true&slides=1,${stepped}${query}`)
        await page.locator('.handout .slidev-layout').nth(1).waitFor()
        return boxesOf(page, ['.handout .picture', '.handout .slidev-layout', 'article + article .picture', 'article + article .slidev-layout'])
      }))
      const [frame, slide] = here
      expectSame([slide], [frame])
      expectSame(here, there)
    }
  })

  it('the single file opens from disk and takes keys', async () => {
    const file = await openWindows('a file', old)
    const page = await file.open('/1')
    const presenter = await file.open('/presenter/1')
    await page.keyboard.press('PageDown')
    for (const window of [page, presenter])
      await expect.poll(() => standing(window), SOON).toBe('2.0')
    await settle(page)
    expect(await page.locator('.slidev-page-2 h2').first().isVisible()).toBe(true)
    expect(file.errors).toEqual([])
    await file.close()
  })
})
