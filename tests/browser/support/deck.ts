import type { Page } from 'playwright-chromium'
import { inject } from 'vitest'
import { sharedBrowser } from './browser'

export interface Deck {
  page: Page
  url: string
  /** Console errors and uncaught exceptions since the deck was opened, with the address they came up at. */
  errors: string[]
  /** Requests that left the deck's own origin. */
  strayRequests: string[]
  close: () => Promise<void>
}

interface Viewer {
  /** Whether the viewer's system asks for less motion, as it says itself in CSS; default yes */
  reducedMotion?: 'reduce' | 'no-preference'
  /** The screen in CSS pixels; default the canvas's own */
  viewport?: { width: number, height: number }
}

export async function openDeck({ reducedMotion = 'reduce', viewport = { width: 1920, height: 1080 } }: Viewer = {}): Promise<Deck> {
  const url = inject('deckUrl')
  const context = await (await sharedBrowser()).newContext({ viewport, locale: 'zh-CN', reducedMotion })
  const page = await context.newPage()

  const errors: string[] = []
  const strayRequests: string[] = []
  const at = () => page.url().replace(url, '')
  page.on('console', message => message.type() === 'error' && errors.push(`${at()}: ${message.text().split('\n')[0]} (${message.location().url})`))
  page.on('pageerror', error => errors.push(`${at()}: ${error.message}`))
  page.on('request', request => !isOwn(request.url(), url) && strayRequests.push(`${at()}: ${request.url()}`))
  page.on('websocket', socket => strayRequests.push(`${at()}: ${socket.url()}`))

  return { page, url, errors, strayRequests, close: () => context.close() }
}

function isOwn(request: string, url: string): boolean {
  return request.startsWith(`${url}/`) || request.startsWith('data:') || request.startsWith('blob:')
}
