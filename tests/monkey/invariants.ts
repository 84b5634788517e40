import type { CDPSession, Page } from 'playwright-chromium'
import type { LedgerEntry } from 'slidev-addon-speech/check/ledger'
import { currentStep, settle } from 'slidev-addon-speech/browser/stage'
import { shownFigures, wrongCounters, wrongTexts } from './shown-figures'

export type Invariant
  = | 'no error'
  /** Every action is taken within a time that people bear */
    | 'answers'
    | 'right figures'
    | 'no blank slide'
    | 'within the deck'
    | 'windows agree'

/** What was promised and isn't kept */
export class Broken extends Error {
  constructor(readonly invariant: Invariant, found: string) {
    super(found)
  }
}

/** The least difference between the lightest and the darkest point of a picture, of 255, that is not blank */
const CONTRAST = 60

/** Also in the midst of a transition no counter says another figure than its own. */
export async function requireCounters(page: Page, ledger: LedgerEntry[]): Promise<void> {
  const counters = await page.evaluate(() => [...document.querySelectorAll('.stat-counter .figure')].map(({ textContent }) => textContent.trim()))
  const wrong = wrongCounters(counters, ledger)
  if (wrong.length > 0)
    throw new Broken('right figures', `${wrong.join(', ')} at ${page.url()}`)
}

/**
 * What holds once a window rests: it shows one slide of the deck, whole, with its own figures.
 * @param page the window
 * @param devtools the window's
 * @param ledger of the deck's figures
 * @param patience milliseconds until it rests, and until it shows something
 */
export async function requireSlide(page: Page, devtools: CDPSession, ledger: LedgerEntry[], patience: number): Promise<void> {
  await settle(page, patience).catch((error: Error) => {
    throw new Broken('answers', error.message)
  })
  if (!/^(?:play|presenter)$/.test(await viewOf(page)))
    return

  const { slide, slides, click, clicks } = await currentStep(page)
  if (!(slide >= 1 && slide <= slides && click >= 0 && click <= clicks))
    throw new Broken('within the deck', `slide ${slide} of ${slides}, click ${click} of ${clicks} at ${page.url()}`)

  await within(patience, 'no blank slide', async () => {
    const blank = await page.evaluate(blankness) ?? (await curtainOf(page) ? undefined : await unpainted(page, devtools))
    return blank && `${blank} at ${page.url()}`
  })

  const { counters, texts } = await page.evaluate(shownFigures)
  const wrong = [...wrongCounters(counters, ledger), ...wrongTexts(texts, ledger)]
  if (wrong.length > 0)
    throw new Broken('right figures', `${wrong.join(', ')} at ${page.url()}`)
}

/** Windows of one side stand at one place, and all do unless the audience's picture is frozen. */
export function requireAgreement(pages: Page[], patience: number): Promise<void> {
  return within(patience, 'windows agree', () => disagreement(pages))
}

/** Asks until nothing is found any more; what stays is a broken promise. */
async function within(patience: number, invariant: Invariant, find: () => Promise<string | undefined>): Promise<void> {
  const deadline = Date.now() + patience
  for (;;) {
    const found = await find()
    if (!found)
      return
    if (Date.now() > deadline)
      throw new Broken(invariant, found)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

async function disagreement(pages: Page[]): Promise<string | undefined> {
  const windows = await Promise.all(pages.map(async page => ({ view: await viewOf(page), place: await placeOf(page), curtain: await curtainOf(page), frozen: await isFrozen(page) })))
  const audience = windows.filter(({ view }) => view === 'play')
  const speaker = windows.filter(({ view }) => view === 'presenter')
  const together = speaker.some(({ frozen }) => frozen) ? [audience, speaker] : [[...audience, ...speaker]]
  const apart = together.some(side => new Set(side.map(({ place }) => place)).size > 1)
    || new Set(audience.map(({ curtain }) => curtain)).size > 1
    || new Set(speaker.map(({ frozen }) => frozen)).size > 1
  return apart ? JSON.stringify(windows) : undefined
}

async function placeOf(page: Page): Promise<string> {
  const { slide, click } = await currentStep(page)
  return `${slide}.${click}`
}

function viewOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.querySelector('#app') as Element & { __vue_app__?: { _context: { provides: Record<string, any> } } } | null
    return root?.__vue_app__?._context.provides['$$slidev-context'].nav.currentRoute.name ?? 'no app'
  })
}

function curtainOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector<HTMLElement>('.screen-curtain')?.style.background)
}

function isFrozen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('.speaker-marks')?.textContent?.includes('定格') ?? false)
}

/** Why nothing can be seen of the slide, or of its note in the script; runs in the page */
function blankness(): string | undefined {
  if (document.querySelector('.slidev-presenter') && (innerWidth < 320 || innerHeight < 256))
    return // too small for a slide, notes and a bar (WCAG 2.2, 1.4.10)
  if (document.querySelector('.slidev-presenter') && localStorage.getItem('slidev-presenter-main-slide-mode') === 'mirror')
    return // the operator has chosen the projector's picture in place of the slide
  const script = document.querySelector('.script')
  if (script)
    return script.querySelector('[data-shown] .said')?.textContent.trim() ? undefined : 'no words in the script'

  // slides that are painted ahead are almost transparent
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && Number(getComputedStyle(element).opacity) > 0.01 && element.getBoundingClientRect().width > 0
  const slides = [...document.querySelectorAll<HTMLElement>('#slideshow > *')]
  const shown = slides.filter(isSeen)
  if (shown.length !== 1) {
    const all = slides.map(slide => `${slide.dataset.slidevNo}: ${slide.style.cssText} ${slide.checkVisibility()} ${slide.getBoundingClientRect().width} px wide`)
    return `${shown.length} slides on show (${all.join(' | ')}) in ${innerWidth} × ${innerHeight}, ${matchMedia('print').matches ? 'print' : 'screen'}, ${document.getAnimations().length} animations`
  }
  if (shown[0].querySelector('.slide-notice'))
    return 'a notice in place of the slide'
  const layout = shown[0].querySelector('.slidev-layout')
  if (!layout || !isSeen(layout))
    return 'no layout to be seen'
  return layout.textContent.trim() ? undefined : 'no text to be seen'
}

/** Whether the window's picture has no contrast, whatever its elements say */
async function unpainted(page: Page, devtools: CDPSession): Promise<string | undefined> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'jpeg', clip: { x: 0, y: 0, width, height, scale: 320 / width } })
  const contrast = await page.evaluate(async (source) => {
    const picture = new Image()
    picture.src = source
    await picture.decode()
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!
    pen.drawImage(picture, 0, 0)
    const { data } = pen.getImageData(0, 0, picture.width, picture.height)
    const lights = data.filter((_, index) => index % 4 === 1) // of green, which is nearest to how light a point is
    return lights.reduce((most, light) => Math.max(most, light)) - lights.reduce((least, light) => Math.min(least, light), 255)
  }, `data:image/jpeg;base64,${data}`)
  return contrast < CONTRAST ? `a picture of one colour (contrast ${contrast} of 255)` : undefined
}
