import type { Buffer } from 'node:buffer'
import type { Page } from 'playwright-chromium'
import type { Trouble } from 'slidev-addon-speech/browser/look'
import type { ExportOptions } from './export-options'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { assetsShown, asWritten, watchFor } from 'slidev-addon-speech/browser/look'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { sayTrouble } from 'slidev-addon-speech/check/check-looks'
import { say } from '../languages/say'
import { DRAWN } from './drawn'

/** A slide as it stands at one of its clicks, in the order of the pages. */
export interface PrintedStep {
  slide: number
  /** The click, where the slide is printed at each of its clicks */
  click?: number
}

/** Milliseconds for all slides to be drawn, on a slow and busy machine */
const PATIENCE = 120_000
/** Milliseconds for the other slides to be drawn after one has failed */
const GRACE = 5000

/** How the browser begins what it says of such a file */
const TOLD_BY_FILE = /^Failed to load resource|Content Security Policy/

type PrintOptions = Pick<ExportOptions, 'sheet' | 'withClicks'> & {
  /** Folder of the built deck */
  site: string
  slides: number[]
}

/** The built deck as a PDF, straight from the browser, and the steps on it. */
export function printPdf(options: PrintOptions): Promise<{ pdf: Buffer, steps: PrintedStep[] }> {
  return withPrintedPage(options, async (page, steps) => {
    await keepWhole(page)
    return {
      steps,
      pdf: await page.pdf({
        ...options.sheet === 'slides' && { pageRanges: `1-${steps.length}` }, // after the last slide comes an empty page
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
      }),
    }
  })
}

/** The built deck as a picture of each step. */
export function printPictures(options: Omit<PrintOptions, 'sheet'>): Promise<{ step: PrintedStep, picture: Buffer }[]> {
  return withPrintedPage({ ...options, sheet: 'slides' }, async (page, steps) => {
    const pictures = []
    for (const [index, step] of steps.entries())
      pictures.push({ step, picture: await page.locator('.print-slide-container').nth(index).screenshot() })
    return pictures
  })
}

/** @throws an error if the slides can't be printed, for what is made without `printPdf` and `printPictures` */
export function requirePrintable(options: Omit<PrintOptions, 'sheet'>): Promise<void> {
  return withPrintedPage({ ...options, sheet: 'slides' }, async () => {})
}

/** Opens all slides on one page of the built deck, and closes everything again whatever happens. */
async function withPrintedPage<T>({ site, sheet, withClicks, slides }: PrintOptions, use: (page: Page, steps: PrintedStep[]) => Promise<T>): Promise<T> {
  const server = await serveFolder(site)
  try {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      page.on('console', message => message.type() === 'error' && !TOLD_BY_FILE.test(message.text()) && errors.push(message.text().split('\n')[0]))
      const lacking: Trouble[] = []
      await watchFor(page, trouble => trouble.kind !== 'broken' && lacking.push(trouble))

      const query = new URLSearchParams({ print: withClicks ? 'clicks' : 'true', slides: slides.join(','), range: slides.join(','), ...sheet === 'lines' && { lined: '' } })
      await page.goto(`${server.url}/${sheet === 'slides' ? 'print' : 'handout'}?${query}`)
      await page.emulateMedia({ media: 'screen' }) // Slidev's print styles are for the screen
      await requireSlides(page, slides, errors)
      await requireFiles(page, slides, lacking, server.url)
      await requireFonts(page)
      await aimLinks(page)
      return await use(page, await stepsOn(page, withClicks))
    }
    finally {
      await browser.close()
    }
  }
  finally {
    await server.close()
  }
}

/** @throws an error that names the slides that are missing or say that they are broken, and what the browser says */
async function requireSlides(page: Page, slides: number[], errors: string[]) {
  const missing = async () => {
    const drawn = await page.evaluate(selector => [...document.querySelectorAll(selector)].map(({ id }) => Number.parseInt(id)), DRAWN)
    return slides.filter(slide => !drawn.includes(slide))
  }
  const deadline = Date.now() + PATIENCE
  while (errors.length === 0 && Date.now() < deadline && (await missing()).length > 0)
    await page.waitForTimeout(50)
  if (errors.length > 0)
    await page.waitForTimeout(GRACE) // the others may still come
  const undrawn = await missing()
  if (undrawn.length > 0 || errors.length > 0)
    throw new Error(say.exporting.undrawn(undrawn, errors[0] ?? '—'))
}

/**
 * What no printed slide shows, such as the icon of the page, is not missed.
 *
 * @throws an error that names each slide with the files that it lacks
 */
async function requireFiles(page: Page, slides: number[], lacking: Trouble[], url: string) {
  await page.waitForFunction(() => [...document.images].every(({ complete, loading }) => complete || loading === 'lazy'))
  if (lacking.length === 0)
    return
  const inOrder = lacking.toSorted((one, other) => one.what.localeCompare(other.what)) // they come as the network has it
  const said = new Set<string>()
  for (const slide of slides) {
    const { addresses } = await page.evaluate(assetsShown, `.print-slide-container[id^="${String(slide).padStart(3, '0')}-"]`)
    for (const trouble of inOrder.filter(({ slide: its, what }) => its ? its === slide : addresses.includes(what)))
      said.add(say.exporting.slide(slide, sayTrouble({ ...trouble, what: asWritten(trouble.what, url) })))
  }
  if (said.size > 0)
    throw new Error(`${say.exporting.nothing}\n${[...said].join('\n')}`)
}

/** @throws an error that names the faces that didn't load: the pages would be set in others */
async function requireFonts(page: Page) {
  const failed = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'error').map(({ family, weight }) => `${family} ${weight}`)
  })
  if (failed.length > 0)
    throw new Error(say.exporting.faces(failed))
}

/** Slidev's links say `#4`, which names nothing on its print page: aim them at the slide's first step, and the PDF links too. */
async function aimLinks(page: Page) {
  await page.evaluate(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.print-slide-container a[href^="#"]')) {
      const slide = link.hash.slice(1).padStart(3, '0')
      const step = document.querySelector(`.print-slide-container[id^="${slide}-"]`)
      if (step)
        link.hash = step.id
    }
  })
}

/**
 * Chromium moves a picture that is taller than what is left of its page to the next one, where the slide is cut off: nothing
 * of it would be printed.
 */
async function keepWhole(page: Page) {
  await page.evaluate(() => {
    for (const slide of document.querySelectorAll<HTMLElement>('.print-slide-container'))
      slide.style.contain = 'size'
  })
}

async function stepsOn(page: Page, withClicks: boolean): Promise<PrintedStep[]> {
  const ids = await page.evaluate(() => [...document.querySelectorAll('.print-slide-container')].map(({ id }) => id))
  return ids.map((id) => {
    const [slide, click] = id.split('-').map(Number)
    return withClicks ? { slide, click: click - 1 } : { slide }
  })
}
