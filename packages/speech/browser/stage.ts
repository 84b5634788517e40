import type { Page } from 'playwright-chromium'

/** One state of the deck that the audience sees. */
export interface Step {
  slide: number
  click: number
  /** Clicks of this slide. */
  clicks: number
  /** Slides of the deck. */
  slides: number
}

/**
 * Walks from the first slide to the last with the clicker's key, as on the day, resting at every click.
 *
 * @param page the window
 * @param url of the deck, without a slash at the end
 * @param rest waits for the slide's rest; default `settle`, to which a slide that moves for good is an error
 * @param range the first slide and the last; default all
 */
export async function* walk(page: Page, url: string, rest: (page: Page) => Promise<void> = settle, range: [first: number, last: number] = [1, Infinity]): AsyncGenerator<Step> {
  const [first, last] = range
  await page.goto(`${url}/${first}`)
  for (;;) {
    await rest(page)
    const step = await currentStep(page)
    yield step
    if (step.slide >= Math.min(last, step.slides) && step.click === step.clicks)
      return
    const before = page.url()
    await page.keyboard.press('PageDown')
    await page.waitForURL(address => address.href !== before, { timeout: 5000 })
  }
}

/** Slidev's build keeps its state to itself; this is where its Vue app provides it to the slides. */
const NAV = 'document.querySelector("#app").__vue_app__._context.provides["$$slidev-context"].nav'

export function currentStep(page: Page): Promise<Step> {
  return page.evaluate(`(({ currentSlideNo, clicks, clicksTotal, total }) => (
    { slide: currentSlideNo, click: clicks, clicks: clicksTotal, slides: total }))(${NAV})`)
}

/** Waits until the slide where the window stands is there to be shown, whatever its layout. */
export async function loaded(page: Page): Promise<void> {
  await page.waitForSelector('#slide-content')
  await page.evaluate(`${NAV}.currentSlideRoute.load().then(() => {})`)
}

/** What the app has in every view once it shows what it is for: slides, the page before the meeting, the notes */
const CONTENT = '.slidev-page:not(.first-slide *) .slidev-layout, .preflight, .slidev-note'

/** Waits until the window shows what it is for, and takes keys. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(content => document.querySelector(content), CONTENT)
}

/**
 * Waits until the fonts are there and nothing moves any more.
 * @param page the window; it comes to the front, since Chromium draws those behind once in a second
 * @param patience milliseconds before it is an error
 * @param content selector of what has to be there
 */
export async function settle(page: Page, patience = 10_000, content = CONTENT): Promise<void> {
  await page.bringToFront()
  await page.evaluate(async ({ content, patience }) => {
    const quietFor = 120
    const quietFrames = 4 // a transition begins by the frame, however long a busy machine takes for one
    const start = performance.now()
    let lastChange = start
    let frames = 0
    let lastChanged = ''
    const observer = new MutationObserver((changes) => {
      if (changes.every(({ target }) => target.parentElement?.closest('.speech-clock')))
        return // it goes on for good
      const [{ target }] = changes
      lastChanged = (target instanceof Element ? target : target.parentElement)?.outerHTML.slice(0, 80) ?? ''
      lastChange = performance.now()
      frames = 0
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })

    for (let now = start; now - lastChange < quietFor || frames < quietFrames; now = performance.now()) {
      if (now - start > patience)
        throw new Error(`${location.href} does not come to rest: fonts ${document.fonts.status}, ${document.getAnimations().length} animations, last changed: ${lastChanged}`)
      const moving = document.fonts.status === 'loading'
        || document.querySelector(content) === null
        || document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
      if (moving) {
        lastChange = now
        frames = 0
      }
      frames++
      await new Promise(requestAnimationFrame)
    }
    observer.disconnect()
  }, { content, patience })
}

/** `07` is slide 7 as it stands in the end, `07-1` as it stands after its first click. */
export function pictureName({ slide, click, clicks }: Step): string {
  const number = String(slide).padStart(2, '0')
  return click === clicks ? number : `${number}-${click}`
}
