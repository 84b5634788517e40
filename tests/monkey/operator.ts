import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-chromium'
import type { LedgerEntry } from 'slidev-addon-speech/check/ledger'
import type { Action } from './actions'
import type { Invariant } from './invariants'
import type { Venue } from './venues'
import { ready } from 'slidev-addon-speech/browser/stage'
import { Broken, requireAgreement, requireCounters, requireSlide } from './invariants'

export interface Failure {
  invariant: Invariant
  /** What was found, and where */
  found: string
  /** The number of actions before it was found */
  after: number
}

export interface Stage {
  browser: Browser
  venue: Venue
  ledger: LedgerEntry[]
  /** Changes the deck before it is opened: the proof that the operator finds what is broken */
  tamper?: (context: BrowserContext) => Promise<unknown>
  /**
   * Milliseconds for a transition, for windows to agree, for a slide to come from a server that is back (default 30,000:
   * the machine may be busy)
   */
  patience?: number
  /** When a play is broken off as if it went well, in milliseconds as of `Date.now()`; default never */
  until?: number
}

/** Actions between two looks at all windows */
const LOOK_EVERY = 40
const MOST_WINDOWS = 3
const FIRST_SHAPE = { width: 960, height: 540, zoom: 1 }
/** What browsers say of a server that is gone, not of the deck */
const SERVER_GONE = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to|Failed to fetch dynamically imported module/

/** Playwright's words for a window that was closed, or left its page, in the midst of an action */
const OVERTAKEN = /has been closed|context was destroyed|interrupted by another navigation|ERR_ABORTED|frame was detached/i

/**
 * Opens the audience's window and the presenter's, and does one action after the other in them.
 * @returns the first invariant that is broken; nothing if all hold
 */
export async function operate(stage: Stage, actions: Action[]): Promise<Failure | undefined> {
  const operator = await enter(stage)
  let done = 0
  try {
    await operator.look()
    for (const action of actions) {
      if (stage.until && Date.now() > stage.until)
        return undefined
      await operator.act(action)
      done++
      await (done % LOOK_EVERY === 0 ? operator.look() : operator.glance(action))
    }
    await operator.look()
  }
  catch (error) {
    const broken = error instanceof Error && error.name === 'TimeoutError' ? new Broken('answers', await operator.timedOut(error)) : error
    if (broken instanceof Broken)
      return { invariant: broken.invariant, found: broken.message, after: done }
    throw error
  }
  finally {
    await operator.leave()
  }
}

async function enter({ browser, venue, ledger, tamper, patience = 30_000 }: Stage) {
  await venue.start()
  const context = await browser.newContext({ viewport: FIRST_SHAPE, locale: 'zh-CN', hasTouch: true })
  context.setDefaultTimeout(20_000)
  await context.addInitScript('globalThis.__name = named => named') // how tsx keeps the names of functions
  await context.addInitScript(prepareWindow)
  await tamper?.(context)

  const errors: string[] = []
  let serverGone = false
  const complain = (text: string) => !(serverGone && SERVER_GONE.test(text)) && errors.push(text)
  context.on('weberror', error => complain(`${error.error().message} (${error.page()?.url()})`))
  context.on('console', message => message.type() === 'error' && complain(`${message.text()} (${message.page()?.url()})`))

  const devtools = new WeakMap<Page, CDPSession>()
  const shapes = new WeakMap<Page, typeof FIRST_SHAPE>()
  const shapeOf = (page: Page) => shapes.get(page) ?? FIRST_SHAPE

  async function devtoolsOf(page: Page): Promise<CDPSession> {
    if (!devtools.has(page))
      devtools.set(page, await context.newCDPSession(page))
    return devtools.get(page)!
  }

  async function open(path: string) {
    const page = await context.newPage()
    await page.goto(venue.base + path)
    await ready(page)
  }

  async function setServer(running: boolean) {
    await (running ? venue.start() : venue.stop())
    serverGone ||= !running
  }

  /** Zooming in makes a page of fewer and larger pixels. */
  async function shape(page: Page, change: Partial<typeof FIRST_SHAPE>) {
    const { width, height, zoom } = { ...shapeOf(page), ...change }
    shapes.set(page, { width, height, zoom })
    await (await devtoolsOf(page)).send('Emulation.setDeviceMetricsOverride', { width: Math.round(width / zoom), height: Math.round(height / zoom), deviceScaleFactor: zoom, mobile: false })
  }

  /** Without those that a link to Slidev's own site has opened, or one to a file that was saved */
  async function ownWindows(): Promise<Page[]> {
    for (const page of context.pages()) {
      await page.waitForURL(url => url.href !== 'about:blank', { waitUntil: 'commit', timeout: 2000 }).catch(() => {})
      if (!page.url().startsWith(venue.base.replace('#', '')))
        await page.close()
    }
    return context.pages()
  }

  async function act(action: Action): Promise<void> {
    try {
      await attempt(action)
    }
    catch (error) {
      if (!OVERTAKEN.test((error as Error).message))
        throw error
    }
  }

  function windowOf({ at }: Action): Page {
    const windows = context.pages()
    return windows[Math.min(windows.length - 1, Math.floor(at * windows.length))]
  }

  async function attempt(action: Action): Promise<void> {
    const windows = await ownWindows()
    const page = windowOf(action)
    const { width, height, zoom } = shapeOf(page)
    const across = (share: number) => share * (width / zoom - 1)
    const down = (share: number) => share * (height / zoom - 1)
    await page.bringToFront()

    switch (action.does) {
      case 'press': return page.keyboard.press(action.key)
      case 'move': return page.mouse.move(across(action.x), down(action.y))
      case 'click': return page.mouse.click(across(action.x), down(action.y))
      case 'click right': return page.mouse.click(across(action.x), down(action.y), { button: 'right' })
      case 'tap': return page.touchscreen.tap(across(action.x), down(action.y))
      case 'swipe': return swipe(await devtoolsOf(page), { x: across(action.x), y: down(action.y) }, { x: across(action.dx), y: down(action.dy) })
      case 'wheel': return page.mouse.wheel(0, action.dy)
      case 'resize': return shape(page, { width: action.width, height: action.height })
      case 'zoom': return shape(page, { zoom: action.factor })
      case 'reduce motion': return page.emulateMedia({ reducedMotion: action.yes ? 'reduce' : 'no-preference' })
      case 'force colours': return page.emulateMedia({ forcedColors: action.yes ? 'active' : 'none' })
      case 'wait': return page.waitForTimeout(action.ms)
      case 'hide': return page.evaluate(hidden => window.setHidden(hidden), action.yes)
      case 'leave full screen': return page.evaluate(() => document.fullscreenElement ? document.exitFullscreen() : undefined)
      // vue-router knows whether what lies before is still the deck
      case 'go back': return page.evaluate(() => history.state?.back && history.back())
      case 'go forward': return page.evaluate(() => history.forward())
      case 'sleep':
        await (await devtoolsOf(page)).send('Page.setWebLifecycleState', { state: 'frozen' })
        await new Promise(resolve => setTimeout(resolve, 100))
        await (await devtoolsOf(page)).send('Page.setWebLifecycleState', { state: 'active' })
        return
      case 'print':
        await page.emulateMedia({ media: 'print' })
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
        await glance(action)
        await page.evaluate(() => dispatchEvent(new Event('afterprint')))
        return page.emulateMedia({ media: null })
      case 'open':
        await setServer(true)
        return windows.length < MOST_WINDOWS ? open(action.path) : undefined
      case 'close':
        return windows.length > 1 ? page.close() : undefined
      case 'reload':
        await setServer(true)
        await page.reload()
        return ready(page)
      case 'stop server': return setServer(false)
      case 'start server': return setServer(true)
    }
  }

  /** What was waited for, and what each window had instead */
  async function timedOut({ message }: Error): Promise<string> {
    const windows = await Promise.all(context.pages().map(async page =>
      `${page.url()}: ${await Promise.race([page.evaluate(() => document.body.textContent.trim().slice(0, 80)), page.waitForTimeout(1000).then(() => 'no answer')])}`))
    return [message.split('\n')[0], ...windows, ...errors].join('\n')
  }

  function requireNoErrors() {
    if (errors.length > 0)
      throw new Broken('no error', errors.join('\n'))
  }

  /** What must hold at any moment, in the window of an action */
  async function glance(action: Action) {
    requireNoErrors()
    await requireCounters(windowOf(action), ledger).catch((error: Error) => {
      if (!OVERTAKEN.test(error.message))
        throw error
    })
  }

  /** What must hold once all have come to rest */
  async function look() {
    await setServer(true)
    const windows = await ownWindows()
    for (const page of windows) {
      await page.evaluate(() => window.setHidden(false))
      await ready(page).catch((error) => { // which a server stopped that went in the midst of it
        if (!serverGone)
          throw error
        return page.reload().then(() => ready(page))
      })
    }
    await requireAgreement(windows, patience)
    for (const page of windows)
      await requireSlide(page, await devtoolsOf(page), ledger, patience)
    requireNoErrors()
    serverGone = false
  }

  for (const path of ['/1', '/presenter/1'])
    await open(path)
  return { act, glance, look, timedOut, leave: () => context.close() }
}

/** A finger that sweeps over the window, in pixels */
export async function swipe(devtools: CDPSession, from: { x: number, y: number }, way: { x: number, y: number }) {
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (const part of [0.3, 0.7, 1])
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from.x + part * way.x, y: from.y + part * way.y }] })
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

declare global {
  interface Window {
    setHidden: (hidden: boolean) => void
  }
}

/** Headless windows have no print dialog, and are never hidden: runs in each before the deck. */
function prepareWindow() {
  window.print = () => {}
  let hidden = false
  Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true })
  Object.defineProperty(document, 'visibilityState', { get: () => hidden ? 'hidden' : 'visible', configurable: true })
  window.setHidden = (value) => {
    hidden = value
    document.dispatchEvent(new Event('visibilitychange'))
    dispatchEvent(new Event(hidden ? 'blur' : 'focus'))
  }
}
