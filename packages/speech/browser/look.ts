import type { Buffer } from 'node:buffer'
import type { Browser, Page, Response } from 'playwright-chromium'
import type { Demands, Findings, Sighting } from './inspect-slide'
import { launchBrowser } from './browser'
import { inspectSlide } from './inspect-slide'
import { loaded, settle, walk } from './stage'
import { serveFolder } from './static-server'

/** Something that a slide asked for, or did, in vain */
export interface Trouble {
  kind: 'missing' | 'blocked' | 'broken'
  /** Of what is missing or blocked its address, or `inline`; of what is broken the error */
  what: string
  /** The directive of the content security policy that blocks it */
  directive?: string
  /** Whose it is, from 1, where that is known */
  slide?: number
}

/** What was seen of a slide, over all of its clicks */
export interface Seen {
  /** From 1 */
  slide: number
  clicks: number
  findings: Findings
  troubles: Trouble[]
  /** Clicks, from 1, after which the slide stands as it stood before */
  idle: number[]
}

/** A slide as it stands at one of its clicks */
interface State {
  slide: number
  /** What it is made of; nothing where what a click does may not be seen */
  elements?: string
  picture: Buffer
}

/** What the page itself notes down, with the slide if it knows: see `recordFaults` */
interface Record {
  slide?: number
  what: string
  directive?: string
}

/** A trouble, with the slide that was on show if no slide is known to have it */
type Noted = Trouble & { onShow: number }

/** What all windows note down */
interface Watched {
  noted: Noted[]
  /** The first slide that shows what lies at an address */
  shownFirst: Map<string, number>
}

/** That look at once, since each waits most of the time for its slides to come to rest */
const WINDOWS = 2

/** Kinds of requests that a server of single pages answers with its page if the file isn't there */
const FILES = ['font', 'image', 'media', 'script', 'stylesheet']

/**
 * Looks at a built deck in the browser, at every click of every slide.
 *
 * @param site folder of the build
 * @param slides how many it has
 * @param demands what the deck asks of its slides
 * @returns what was seen, slide by slide
 */
export async function look(site: string, slides: number, demands: Demands = {}): Promise<Seen[]> {
  const server = await serveFolder(site)
  const browser = await launchBrowser().catch(async (error) => {
    await server.close()
    throw error
  })
  try {
    const watched: Watched = { noted: [], shownFirst: new Map() }
    const each = Math.ceil(slides / WINDOWS)
    const parts = Array.from({ length: Math.ceil(slides / each) }, (_, index): [number, number] => [1 + index * each, (index + 1) * each])
    const seen = (await Promise.all(parts.map(part => lookThrough(browser, server.url, demands, part, watched)))).flat()
    for (const one of seen)
      one.troubles = troublesOf(one.slide, watched, server.url)
    return seen
  }
  finally {
    await browser.close()
    await server.close()
  }
}

/** Looks at the slides from the first of a part to its last, in a context of its own: the deck's windows follow one another. */
async function lookThrough(browser: Browser, url: string, demands: Demands, part: [number, number], { noted, shownFirst }: Watched): Promise<Seen[]> {
  // Slidev wants the screen to stay on, and takes a refusal for an error of the slide's
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce', permissions: ['screen-wake-lock'] })
  const seen = new Map<number, Seen>()
  let [onShow] = part
  let before: State | undefined
  const note = (trouble: Trouble) => noted.push({ ...trouble, onShow })
  await watchFor(page, note)
  page.on('pageerror', ({ message }) => note({ kind: 'broken', what: message }))
  let unread = ''
  page.on('console', (message) => {
    unread = /^slide failed to load (.*)/.exec(message.text())?.[1] ?? unread // which slide, Slidev doesn't say
    const slide = /^(?:第|(?:Failed to load )?slide) (\d+)/i.exec(message.text())?.[1] // Slidev's words and podium's
    if (slide && message.type() === 'error')
      note({ kind: 'broken', what: message.text().split('\n')[0], slide: Number(slide) })
  })

  for await (const { slide, click, clicks } of walk(page, url, restOrNot, part)) {
    onShow = slide
    const state = clicks > 0 ? { slide, elements: await page.evaluate(elementsShown, slide), picture: await page.screenshot() } : undefined
    const idle = state && before && isSame(before, state) ? [click] : []
    before = state
    if (unread && click === 0 && !noted.some(other => other.kind === 'broken' && other.slide === slide) && await showsNotice(page, slide)) {
      note({ kind: 'broken', what: unread, slide })
      unread = ''
    }
    const findings = await page.evaluate(inspectSlide, demands)
    const { addresses, undecodable } = await page.evaluate(assetsShown, '#slide-content')
    addresses.forEach(address => shownFirst.set(address, Math.min(slide, shownFirst.get(address) ?? slide)))
    undecodable.forEach(what => note({ kind: 'missing', what }))
    seen.set(slide, { slide, clicks, troubles: [], idle: [...seen.get(slide)?.idle ?? [], ...idle], findings: merge(seen.get(slide)?.findings, findings) })
  }
  return [...seen.values()]
}

/**
 * Watches a page, before it goes anywhere, for what is missing or blocked there, and for components that break.
 * @param page the window
 * @param note is told of each
 */
export async function watchFor(page: Page, note: (trouble: Trouble) => void): Promise<void> {
  await page.exposeFunction('deckFault', (kind: Trouble['kind'], record: Record) => note({ kind, ...record }))
  // tsx has each function keep its name by a function of its own, which the page has not
  await page.addInitScript({ content: `globalThis.__name = named => named; (${recordFaults})()` })
  page.on('response', response => isMissing(response) && note({ kind: 'missing', what: response.url() }))
  page.on('requestfailed', request => !/ERR_ABORTED|csp/i.test(request.failure()?.errorText ?? '') && note({ kind: 'missing', what: request.url() }))
}

/** Whether a notice stands in the slide's place: Slidev's, or that of the package podium. A comment stands there before it. */
async function showsNotice(page: Page, slide: number): Promise<boolean> {
  const isThere = (slide: number) => document.querySelector(`#slide-content .slidev-page-${slide}`)?.firstChild instanceof Element
  await page.waitForFunction(isThere, slide, { timeout: 1000 }).catch(() => {})
  return await page.locator('#slide-content :is(.slide-notice, .slidev-slide-loading):not([inert] *)').filter({ visible: true }).count() > 0
}

/** A slide that never rests is looked at as it moves. */
async function restOrNot(page: Page): Promise<void> {
  await loaded(page)
  await settle(page, 5000, '#slide-content .slidev-page').catch(() => {})
}

function isMissing(response: Response): boolean {
  const isPage = response.headers()['content-type']?.startsWith('text/html')
  return response.status() >= 400 || Boolean(isPage && FILES.includes(response.request().resourceType()))
}

/**
 * What is a slide's of all that was noted: not what another one loaded ahead, nor what a theme asks of another server for
 * the whole deck. What several slides show is the first one's.
 */
function troublesOf(slide: number, { noted, shownFirst }: Watched, url: string): Trouble[] {
  const told = (kind: Trouble['kind']) => noted.filter(other => other.kind === kind && (kind !== 'broken' || other.slide)).map(({ what }) => what)
  const [blocked, captured] = [told('blocked'), told('broken')]
  const isTold = ({ kind, what, slide }: Noted) => kind === 'missing' ? blocked.includes(what) : kind === 'broken' && !slide && captured.some(error => what.includes(error))
  const notedFirst = (what: string) => Math.min(...noted.filter(other => other.what === what).map(({ onShow }) => onShow))
  const isOwn = ({ kind, what }: Noted) => kind !== 'missing' || shownFirst.has(what) || what.startsWith(url)
  const troubles = noted
    .filter(one => (one.slide ?? shownFirst.get(one.what) ?? notedFirst(one.what)) === slide && isOwn(one) && !isTold(one))
    .map(({ kind, what, directive }) => ({ kind, what: asWritten(what, url), directive }))
  // what keeps an error to its slide tells of it, too, in words of its own
  return unique(troubles).filter(({ kind, what }) => kind !== 'broken' || !troubles.some(other => other.kind === kind && other.what !== what && what.includes(other.what)))
}

/** An address on the server that shows the deck, as the deck has it: without the server, and without %20 */
export function asWritten(address: string, url: string): string {
  return address.startsWith(`${url}/`) ? decodeURI(address.slice(url.length)) : address
}

/** An effect that is over when the slide rests has left its elements changed, as a rule, if not its picture. */
function isSame(one: State, other: State): boolean {
  return one.slide === other.slide && one.elements !== undefined && one.elements === other.elements && one.picture.equals(other.picture)
}

/** The same is seen at many clicks. */
function merge(before: Findings | undefined, now: Findings): Findings {
  if (!before)
    return now
  const kinds = Object.keys(now) as (keyof Findings)[]
  return Object.fromEntries(kinds.map(kind => [kind, unique<Sighting>([...before[kind], ...now[kind]])])) as unknown as Findings
}

function unique<T>(list: T[]): T[] {
  return [...new Map(list.map(item => [JSON.stringify(item), item])).values()]
}

/**
 * Runs in the page before all of its scripts: tells of what the content security policy blocks, and of errors in
 * components, each with its slide. Slides are made before they are on show, so where the window stands says nothing.
 */
function recordFaults() {
  const tell = (kind: string, record: Record) => (window as any).deckFault(kind, record)
  document.addEventListener('securitypolicyviolation', ({ target, blockedURI, effectiveDirective }) => {
    const slide = target instanceof Element ? target.closest<HTMLElement>('[data-slidev-no]')?.dataset.slidevNo : undefined
    tell('blocked', { what: blockedURI, directive: effectiveDirective, slide: slide ? Number(slide) : undefined })
  })
  const told = new Set<unknown>()
  // Vue puts the app there as soon as it is mounted, when the router has no slide yet
  Object.defineProperty(Element.prototype, '__vue_app__', {
    configurable: true,
    get: () => undefined,
    set(app) {
      Object.defineProperty(this, '__vue_app__', { value: app, configurable: true, writable: true })
      app.mixin({
        inject: { deckFaultPage: { from: '$$slidev-page', default: undefined } },
        errorCaptured(this: { deckFaultPage?: number }, error: unknown) {
          if (told.has(error)) // by what is nearer to it: beyond the slide, the page is the one on show
            return
          told.add(error)
          tell('broken', { what: error instanceof Error ? error.message : String(error), slide: this.deckFaultPage })
        },
      })
    },
  })
}

/**
 * Runs in the page: the HTML of a slide without the marks that tell which of Slidev's clicks have come, since an element
 * that shows nothing has them, too. Undefined where a click may start what is heard, or moves without the page's doing.
 */
function elementsShown(slide: number): string | undefined {
  const page = document.querySelector(`#slide-content .slidev-page-${slide}`)
  if (!page || page.querySelector('audio, video, iframe, object, embed'))
    return undefined
  const copy = page.cloneNode(true) as Element
  for (const element of copy.querySelectorAll('[class*="slidev-vclick-"]'))
    element.setAttribute('class', [...element.classList].filter(name => !name.startsWith('slidev-vclick-')).join(' '))
  return copy.innerHTML
}

/** Runs in the page: addresses of all pictures, films, frames and fonts of the slide that `selector` names, and of those that are no picture. */
export async function assetsShown(selector: string): Promise<{ addresses: string[], undecodable: string[] }> {
  const elements = [...document.querySelectorAll(`${selector} *`)]
    .filter(element => !element.matches('[inert] *, a') && element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }))
  const undecodable: string[] = []
  const patience = new Promise(resolve => setTimeout(resolve, 5000))
  await Promise.all(elements.filter(element => element instanceof HTMLImageElement).filter(({ src }) => src).map(image =>
    Promise.race([image.decode().catch(() => undecodable.push(image.currentSrc || image.src)), patience])))

  const families = new Set(elements.flatMap(element => getComputedStyle(element).fontFamily.split(',').map(unquoted)))
  const faces = [...document.styleSheets].filter(({ href }) => !href || href.startsWith(location.origin)).flatMap(facesIn)
  return {
    undecodable,
    addresses: [
      ...elements.flatMap(element => [
        ...['src', 'poster', 'data', 'href'].flatMap(name => element.getAttribute(name) ?? []).map(address => absolute(address)),
        ...addressesIn(getComputedStyle(element).backgroundImage, document.baseURI),
      ]),
      ...undecodable,
      ...faces.filter(({ style }) => families.has(unquoted(style.getPropertyValue('font-family')))).flatMap(({ style, parentStyleSheet }) =>
        addressesIn(style.getPropertyValue('src'), parentStyleSheet?.href ?? document.baseURI)),
    ],
  }

  function facesIn(holder: CSSStyleSheet | CSSGroupingRule): CSSFontFaceRule[] {
    return [...holder.cssRules].flatMap(rule => rule instanceof CSSFontFaceRule ? [rule] : rule instanceof CSSGroupingRule ? facesIn(rule) : [])
  }

  function addressesIn(css: string, base: string): string[] {
    return [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) => absolute(address, base))
  }

  function absolute(address: string, base = document.baseURI): string {
    return new URL(address, base).href
  }

  function unquoted(family: string): string {
    return family.trim().replaceAll(/["']/g, '')
  }
}
