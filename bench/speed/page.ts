import type { Browser, Page } from 'playwright-chromium'

/** What a visitor with a slow laptop and a slow network has; see the headings of the report */
export const CPU_SLOWDOWN = 4
const NETWORK = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 }

export interface FirstSlide {
  /** First contentful paint, ms */
  paint: number
  /** When the largest text or picture of the first slide was painted, ms: all of it, glyphs included */
  complete: number
  /** When the app could take a key, ms */
  ready: number
  /** Bytes over the network until the app could take a key: page, scripts, styles, fonts */
  bytes: number
  /** Requests until then */
  requests: number
  /** Cumulative layout shift until two seconds later */
  shift: number
}

/**
 * Opens the first slide with nothing in the cache.
 *
 * @param browser to open it in
 * @param url of the deck
 * @param options how
 * @param options.unhindered leaves network and CPU as they are
 */
export async function firstSlide(browser: Browser, url: string, { unhindered = false } = {}): Promise<FirstSlide> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  if (!unhindered) {
    await devtools.send('Network.emulateNetworkConditions', NETWORK)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  }
  let bytes = 0
  let requests = 0
  const own = new Set<string>() // not what stands in the page itself
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => !request.url.startsWith('data:') && own.add(requestId))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (own.has(requestId)) {
      bytes += encodedDataLength
      requests++
    }
  })
  await page.addInitScript(() => {
    const bench = { shift: 0, complete: 0 }
    Object.assign(window, { bench })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        bench.shift += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver((list) => {
      bench.complete = list.getEntries().at(-1)!.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(url, { waitUntil: 'commit' })
  const ready = await page.waitForFunction(() => {
    const app = document.querySelector('#app') as Element & { __vue_app__?: unknown } | null
    return app?.__vue_app__ && document.querySelector('#slideshow .slidev-layout') ? performance.now() : undefined
  }, undefined, { polling: 10, timeout: 120_000 }).then(handle => handle.jsonValue() as Promise<number>)
  const reached = { bytes, requests }
  await page.waitForTimeout(2000)
  const seen = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    ...(window as unknown as { bench: { shift: number, complete: number } }).bench,
  }))
  await context.close()
  return { ...seen, ready, ...reached }
}

/** Frames as soon as they are asked for: a turn is what it costs, not when the screen happens to be ready. */
export const UNHURRIED_SCREEN = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/** The key of a clicker that goes on */
const CLICKER = 'PageDown'
/** How long a key is down, and then is not, ms; a fade takes 320 */
const HELD = 100
const PAUSE = 400

export interface Turns {
  /** For each press the time from the key to the end of the frame that shows its outcome, ms */
  taken: number[]
  /** What the page's main thread did for a press, all that follows it included, ms on average */
  work: number
}

/** Call before the page is opened, so that it sees keys before the deck does. */
export async function watchTurns(page: Page) {
  await page.addInitScript('globalThis.__name ??= f => f') // which tsx puts around named functions
  await page.addInitScript(noteTurns, CLICKER)
}

/**
 * Presses a key, and waits in between as a speaker in a great hurry would.
 *
 * @param page where to press it, and where turns are watched
 * @param count of presses
 * @param key the clicker's; of any other the next frame is the outcome
 */
export async function turns(page: Page, count: number, key = CLICKER): Promise<Turns> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const busy = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const before = await busy()
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(key, { delay: HELD })
    await page.waitForTimeout(PAUSE)
  }
  const work = (await busy() - before) / count
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await devtools.detach()
  return { taken: await page.evaluate(() => (window as unknown as { turns: number[] }).turns), work }
}

/** Runs in the page. What is asked for most urgently in a frame comes when the page has done its part of it. */
function noteTurns(clicker: string) {
  const turns: number[] = []
  Object.assign(window, { turns })
  /** What is on show: the words in the script, a slide elsewhere, and how far its reveals are */
  const picture = () => {
    const slide = [...document.querySelectorAll<HTMLElement>('#slideshow > .slidev-page')].find(({ style }) => style.display !== 'none')!
    return document.querySelector('.script [data-shown]')?.innerHTML ?? `${slide.dataset.slidevNo} ${slide.querySelectorAll('.slidev-vclick-hidden').length}`
  }
  window.addEventListener('keydown', ({ key, timeStamp }) => { // of the press, also where the page was too busy to hear of it
    const from = picture()
    const frame = () => requestAnimationFrame(() => scheduler.postTask(() => {
      const taken = performance.now() - timeStamp
      key === clicker && picture() === from && taken < 1000 ? frame() : turns.push(taken)
    }, { priority: 'user-blocking' }))
    frame()
  }, { capture: true })
}

/** How long a clicker's key is held down, ms; a keyboard repeats it 30 times a second */
const HOLDING = 3000
const REPEAT = 33

/** Holds the clicker's key down on a slow CPU: how many slides passed, and the longest frame, ms. */
export async function holdKey(browser: Browser, url: string): Promise<{ slides: number, longest: number }> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(url)
  await page.waitForTimeout(5000)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await page.evaluate(`{
    const bench = globalThis.bench = { longest: 0, last: performance.now() }
    const frame = now => { bench.longest = Math.max(bench.longest, now - bench.last); bench.last = now; requestAnimationFrame(frame) }
    requestAnimationFrame(frame)
  }`)
  for (const end = performance.now() + HOLDING; performance.now() < end;) {
    await page.keyboard.down(CLICKER) // again while it is down: a repeated key
    await page.waitForTimeout(REPEAT)
  }
  const held = await page.evaluate(`({ slides: Number(document.querySelector('#slideshow > .slidev-page:not([style*="display: none"])').dataset.slidevNo) - 1, longest: bench.longest })`)
  await page.close()
  return held as { slides: number, longest: number }
}

/** What the page holds after so many turns, there and back, when garbage is collected */
export async function heapAfter(browser: Browser, url: string, counts: number[]): Promise<{ heap: number, nodes: number }[]> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(url)
  await page.waitForTimeout(5000)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const held: { heap: number, nodes: number }[] = []
  let done = 0
  for (const count of counts) {
    for (; done < count; done++) {
      await page.keyboard.press(done % 60 < 30 ? 'ArrowDown' : 'ArrowUp')
      await page.waitForTimeout(20)
    }
    await page.waitForTimeout(2000)
    await devtools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    const value = (name: string) => metrics.find(metric => metric.name === name)!.value
    held.push({ heap: value('JSHeapUsedSize'), nodes: value('Nodes') })
  }
  await page.close()
  return held
}
