import type { Page } from 'playwright-chromium'
import type { Windows } from './support/windows'
import { ready, settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pick, seeded } from '../monkey/random'
import { sample, SOAKING } from '../support/soaking'
import { openWindows, standing, VENUES } from './support/windows'

const { slides } = await loadDeck()
/** A slide that takes a click */
const stepped = slides.findIndex(({ frontmatter }) => frontmatter.clicks === 1) + 1

/** What the issue promises: a window joins within a second. */
const A_SECOND = { timeout: 1000, interval: 20 }

const everywhere = (windows: Page[]) => Promise.all(windows.map(standing))
function allAt(windows: Page[], place: string) {
  return expect.poll(() => everywhere(windows), A_SECOND).toEqual(windows.map(() => place))
}
const curtains = (page: Page) => page.locator('.screen-curtain').evaluateAll(curtains => curtains.map(curtain => getComputedStyle(curtain).backgroundColor))

describe.each(sample(VENUES))('windows of the deck from %s', (venue) => {
  let windows: Windows
  let audience: Page
  let presenter: Page

  beforeAll(async () => {
    windows = await openWindows(venue)
  })
  beforeEach(async () => {
    windows.errors.length = 0
    audience = await windows.open('/3')
    presenter = await windows.open('/presenter/3')
  })
  afterEach(async () => {
    expect(windows.errors).toEqual([])
    await Promise.all(windows.context.pages().map(page => page.close()))
  })
  afterAll(() => windows?.close())

  it('are steered by any of them', async () => {
    await audience.keyboard.press('ArrowDown')
    await allAt([audience, presenter], '4.0')
    await presenter.keyboard.press('ArrowDown')
    await allAt([audience, presenter], '5.0')
    const second = await windows.open('/1')
    await allAt([audience, presenter, second], '5.0')
    await second.keyboard.press('ArrowUp')
    await allAt([audience, presenter, second], '4.0')
  })

  it('include views without a slide, such as the notes', async () => {
    const notes = await windows.open('/notes')
    const words = (slide: number) => slides[slide - 1].note!.replaceAll(/\[click\]/g, '').trim().slice(0, 10)
    await expect.poll(() => notes.locator('.slidev-note').textContent(), A_SECOND).toContain(words(3))
    await audience.keyboard.press('ArrowDown')
    await expect.poll(() => notes.locator('.slidev-note').textContent(), A_SECOND).toContain(words(4))
  })

  it('take a window that opens late, or reloads, to the current slide and click', async () => {
    await presenter.keyboard.press('Home')
    for (let slide = 1; slide < stepped; slide++)
      await presenter.keyboard.press('ArrowDown')
    await allAt([audience, presenter], `${stepped}.0`)
    await settle(presenter) // Slidev knows of a slide's clicks once it is drawn
    await presenter.keyboard.press('PageDown')
    await allAt([audience, presenter], `${stepped}.1`)

    const late = await windows.open('/1')
    await allAt([late], `${stepped}.1`)
    const secondSpeaker = await windows.open('/presenter/7')
    await allAt([secondSpeaker], `${stepped}.1`)
    // as if its address were that of long ago
    await audience.evaluate(() => history.replaceState(history.state, '', location.href.replace(/\d+(\?clicks=\d+)?$/, '1')))
    await audience.reload()
    await ready(audience)
    await allAt([audience, presenter, late, secondSpeaker], `${stepped}.1`)
  })

  it('keep the place when each in turn is closed and opened again', async () => {
    await presenter.keyboard.press('End')
    await allAt([audience, presenter], `${slides.length}.0`)
    await presenter.close()
    await audience.keyboard.press('ArrowUp')
    presenter = await windows.open('/presenter/1')
    await allAt([audience, presenter], `${slides.length - 1}.0`)
    await audience.close()
    await presenter.keyboard.press('ArrowUp')
    audience = await windows.open('/1')
    await allAt([audience, presenter], `${slides.length - 2}.0`)
  })

  it('end at one place after many random moves from random windows, with reloads among them', { timeout: 240_000 }, async () => {
    const all = [audience, presenter, await windows.open('/presenter/1')]
    const random = seeded(20260901)
    const moves = Array.from({ length: SOAKING ? 200 : 60 }, () => ({ at: pick(random, all), key: pick(random, ['PageDown', 'PageDown', 'PageUp', 'ArrowDown', 'ArrowUp', 'Home', 'End']), pause: random() < 0.2 ? 60 : 0 }))

    const presses: Promise<void>[] = []
    for (const [index, { at, key, pause }] of moves.entries()) {
      if (index % 20 === 10) {
        await at.reload()
        await ready(at)
      }
      // without waiting for the others, so that moves cross on their way
      presses.push(at.keyboard.press(key))
      await at.waitForTimeout(pause)
    }
    await Promise.all(presses)
    // each window makes its moves one after another, and tells the others of each
    let before = ''
    await expect.poll(async () => {
      const places = await everywhere(all)
      const rested = places.join() === before
      before = places.join()
      return rested && new Set(places).size === 1
    }, { timeout: 30_000, interval: 500 }).toBe(true)

    await presenter.keyboard.press('Home')
    await allAt(all, '1.0')
  })

  it('black and whiten the audience’s screens alone, until any move', async () => {
    const second = await windows.open('/1')
    for (const [key, colour] of [['b', 'rgb(0, 0, 0)'], ['.', 'rgb(0, 0, 0)'], ['w', 'rgb(255, 255, 255)'], [',', 'rgb(255, 255, 255)']]) {
      await presenter.keyboard.press(key)
      await expect.poll(() => Promise.all([audience, second, presenter].map(curtains)), A_SECOND).toEqual([[colour], [colour], []])
      expect(await presenter.locator('.speaker-marks').textContent()).toContain(key === 'b' || key === '.' ? '已黑屏' : '已白屏')
      await audience.keyboard.press(key)
      await expect.poll(() => Promise.all([audience, second, presenter].map(curtains)), A_SECOND).toEqual([[], [], []])
    }

    await presenter.keyboard.press('b')
    const late = await windows.open('/1')
    await expect.poll(() => curtains(late), A_SECOND).toEqual(['rgb(0, 0, 0)'])
    await presenter.keyboard.press('PageDown')
    await expect.poll(() => Promise.all([audience, second, late].map(curtains)), A_SECOND).toEqual([[], [], []])
  })

  it('bring the picture back even by a key that finds no further step', async () => {
    await presenter.keyboard.press('End')
    await allAt([audience, presenter], `${slides.length}.0`)
    await audience.keyboard.press('b')
    await expect.poll(() => presenter.locator('.speaker-marks').textContent(), A_SECOND).toContain('已黑屏')
    expect(await curtains(audience)).toHaveLength(1)
    await presenter.keyboard.press('PageDown')
    await expect.poll(() => curtains(audience), A_SECOND).toEqual([])
  })

  it('let the speaker look ahead while the audience’s picture is frozen', async () => {
    const second = await windows.open('/presenter/1')
    await presenter.keyboard.press('z')
    for (const speaker of [presenter, second])
      await expect.poll(() => speaker.locator('.speaker-marks').textContent(), A_SECOND).toContain('已定格')
    await presenter.keyboard.press('b')
    await expect.poll(() => curtains(audience), A_SECOND).toHaveLength(1)
    expect(await second.locator('.speaker-marks').textContent()).toContain('按 B 恢复')
    await presenter.keyboard.press('ArrowDown')
    await presenter.keyboard.press('ArrowDown')
    await allAt([presenter, second], '5.0')
    expect(await standing(audience)).toBe('3.0')
    expect(await curtains(audience), 'looking ahead is not a move of the audience').toHaveLength(1)
    expect(await audience.locator('.speaker-marks').count()).toBe(0)

    for (const window of [audience, presenter]) {
      await window.reload()
      await ready(window)
    }
    await allAt([audience], '3.0')
    await allAt([presenter, second], '5.0')

    await second.keyboard.press('z')
    await allAt([audience, presenter, second], '5.0')
    expect(await presenter.locator('.speaker-marks').textContent()).not.toContain('已定格')
  })
})

it('a window fades to the next slide when another one moves it, too', async () => {
  const windows = await openWindows('this computer')
  const audience = await windows.open('/3')
  const presenter = await windows.open('/presenter/3')
  await audience.emulateMedia({ reducedMotion: 'no-preference' })
  await audience.evaluate(() => {
    const fading = new Set<Element>()
    Object.assign(window, { fading })
    new MutationObserver(() => {
      for (const animation of document.getAnimations()) {
        const slide = (animation.effect as KeyframeEffect).target
        if (slide?.matches('.slidev-page'))
          fading.add(slide)
      }
    }).observe(document.querySelector('#slideshow')!, { subtree: true, attributes: true })
  })
  for (const slide of [4, 5, 6]) {
    await presenter.keyboard.press('ArrowDown')
    await allAt([audience, presenter], `${slide}.0`)
    await settle(audience)
  }
  expect(await audience.evaluate(() => (window as unknown as { fading: Set<Element> }).fading.size)).toBe(3)
  await windows.close()
})

it('two decks on one host don’t mix', async () => {
  const windows = await openWindows('this computer')
  // the same deck under the name of another: only the title tells them apart here
  const other = await windows.context.newPage()
  await other.route('**/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replaceAll(String(slides[0].frontmatter.title), '另一份讲话') })
  })
  const presenter = await windows.open('/presenter/3')
  await other.goto(new URL('/6', presenter.url()).href)
  await ready(other)
  await presenter.keyboard.press('ArrowDown')
  await other.waitForTimeout(500)
  expect(await standing(other)).toBe('6.0')
  expect(await standing(presenter)).toBe('4.0')
  await other.unrouteAll({ behavior: 'ignoreErrors' }) // scripts of later slides may still be on their way
  await windows.close()
})

it.each([
  ['lacks BroadcastChannel', 'delete window.BroadcastChannel'],
  ['refuses it', 'window.BroadcastChannel = class { constructor() { throw new DOMException("", "SecurityError") } }'],
])('a browser that %s says so to the speaker, and shows the slides', async (_, script) => {
  const windows = await openWindows('this computer')
  await windows.context.addInitScript(script)
  const presenter = await windows.open('/presenter/3')
  expect(await presenter.locator('.speaker-marks').textContent()).toContain('不允许窗口之间通信')
  await presenter.keyboard.press('ArrowDown')
  await expect.poll(() => standing(presenter), A_SECOND).toBe('4.0')
  const audience = await windows.open('/3')
  await audience.keyboard.press('b')
  await expect.poll(() => curtains(audience), A_SECOND).toEqual(['rgb(0, 0, 0)'])
  expect(windows.errors).toEqual([])
  await windows.close()
})

it('the black screen is never printed', async () => {
  const windows = await openWindows('this computer')
  const audience = await windows.open('/3')
  await audience.keyboard.press('b')
  await expect.poll(() => curtains(audience), A_SECOND).toHaveLength(1)
  expect(await audience.locator('.screen-curtain').getAttribute('aria-hidden')).toBe('true')
  await audience.emulateMedia({ media: 'print' })
  expect(await audience.locator('.screen-curtain').isVisible()).toBe(false)
  const exported = await windows.open('/3?print')
  await exported.waitForTimeout(600)
  expect(await curtains(exported)).toEqual([])
  await windows.close()
})
