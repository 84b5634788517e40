import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { currentStep, ready } from 'slidev-addon-speech/browser/stage'
import { inject } from 'vitest'
import { OTHER_HOST, sharedBrowser } from './browser'

/** How the deck comes to the browser */
export type Venue = 'this computer' | 'a host of any name' | 'a file'
/** The one first that lacks most: storage, channels and history are hardest from a file */
export const VENUES: Venue[] = ['a file', 'this computer', 'a host of any name']

export interface Windows {
  context: BrowserContext
  /** @param path as Slidev's routes have it, e.g. `/presenter/3?clicks=1` */
  open: (path: string) => Promise<Page>
  /** Uncaught exceptions and console errors of all windows */
  errors: string[]
  close: () => Promise<void>
}

/** Several windows of the built deck in one browser, by default the one that the tests of a file share */
export async function openWindows(venue: Venue, browser?: Browser): Promise<Windows> {
  const root = rootOf(venue)
  const context = await (browser ?? await sharedBrowser()).newContext({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN', reducedMotion: 'reduce' })
  const errors = errorsOf(context)

  return {
    context,
    errors,
    async open(path) {
      const page = await context.newPage()
      await page.goto(root + path)
      await ready(page)
      return page
    },
    close: () => context.close(),
  }
}

function rootOf(venue: Venue): string {
  switch (venue) {
    case 'this computer': return inject('deckUrl')
    case 'a host of any name': return inject('deckUrl').replace('127.0.0.1', OTHER_HOST)
    case 'a file': return `${inject('deckFile')}#`
  }
}

/** Where a window stands, e.g. `12.1` for slide 12 after its first click, by Slidev's own account */
export async function standing(page: Page): Promise<string> {
  const { slide, click } = await currentStep(page)
  return `${slide}.${click}`
}

/** What goes wrong in the windows of a browser: a list that grows */
export function errorsOf(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('weberror', error => errors.push(error.error().message))
  context.on('console', message => message.type() === 'error' && errors.push(message.text()))
  return errors
}
