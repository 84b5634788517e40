import type { Page } from 'playwright-chromium'
import type { Deck } from './support/deck'
import { currentStep, settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { formatSpan, planOf, progressOf } from 'slidev-addon-speech/pace'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sample } from '../support/soaking'
import { openDeck } from './support/deck'

const { slides } = await loadDeck()
const plan = planOf(slides.map(({ note }) => parseNote(note)), 200)
const { total } = progressOf(plan, 0, 1, 0)

let deck: Deck

beforeEach(async () => {
  deck = await openDeck()
  await deck.page.clock.install({ time: new Date('2026-08-28T09:00:00') })
})
afterEach(async () => {
  expect([...deck.errors, ...deck.strayRequests]).toEqual([])
  await deck.close()
})

async function open(path: string, page = deck.page) {
  await page.goto(deck.url + path)
  await page.locator('.speech-clock').waitFor()
}

/** Lets the speaker talk for some seconds: by half minutes, since a longer gap between two looks at the time is a computer that slept */
async function speak(seconds: number, { clock }: Pick<Page, 'clock'> = deck.page) {
  for (let left = seconds; left > 0; left -= 30)
    await clock.fastForward(Math.min(left, 30) * 1000)
}

const clockOf = (page: Page) => page.locator('.speech-clock').textContent()

/** Seconds on the stopwatch */
async function elapsed(page = deck.page): Promise<number> {
  const [, minutes, seconds] = (await clockOf(page))!.match(/(?:用时|停在) (\d+):(\d\d)/)!
  return Number(minutes) * 60 + Number(seconds)
}

/** Presses a key, and waits until the deck has moved by it: the clock looks at its place, not at its picture */
async function turn(key: 'PageDown' | 'PageUp', page = deck.page) {
  const { slide } = await currentStep(page)
  await page.keyboard.press(key)
  await expect.poll(async () => (await currentStep(page)).slide).not.toBe(slide)
}

describe.each(sample(['/presenter/1', '/script']))('the clock at %s', (address) => {
  it('starts when the cover is left, and goes on through a reload', async () => {
    await open(address)
    await speak(90)
    expect(await elapsed()).toBe(0)
    await turn('PageDown')
    await speak(90)
    await expect.poll(elapsed).toBeGreaterThanOrEqual(90)

    await deck.page.reload()
    await deck.page.locator('.speech-clock').waitFor()
    await speak(30)
    await expect.poll(elapsed).toBeGreaterThanOrEqual(120)
    expect(await elapsed()).toBeLessThan(130)
  })
})

describe('the clock', () => {
  it('says time left, the finish and overtime, in Chinese', async () => {
    await open('/presenter/1')
    await expect.poll(() => clockOf(deck.page)).toContain(`剩余 ${formatSpan(Math.round(total))}`)
    expect(await clockOf(deck.page)).toContain('现在 09:00')
    await deck.page.getByRole('button', { name: '开始' }).click()
    await speak(Math.round(total) + 3)
    await expect.poll(() => clockOf(deck.page)).toMatch(/超时 0:0[3-9]/)
    expect(await clockOf(deck.page)).not.toContain('-')
  })

  it.each(['stopped', 'running'])('when it is %s in the middle of the speech, has as much left as the finish says', async (status) => {
    await open('/presenter/5')
    if (status === 'running')
      await deck.page.getByRole('button', { name: '开始' }).click()
    await expect.poll(() => clockOf(deck.page)).toContain(`剩余 ${formatSpan(Math.round(progressOf(plan, 0, 5, 0).remaining))}`)
    const [, left, finish] = (await clockOf(deck.page))!.match(/剩余 (\d+):\d\d.*预计 09:(\d\d) 结束/)!
    expect(Math.abs(Number(finish) - Number(left))).toBeLessThanOrEqual(1)
  })

  it('tells how far behind or ahead of the notes the speech is', async () => {
    const page = 10
    await open(`/presenter/${page}`)
    await deck.page.getByRole('button', { name: '开始' }).click()
    const { slide } = progressOf(plan, 0, page, 0)
    expect(await clockOf(deck.page)).toContain(`本页 ${formatSpan(slide.start)}–${formatSpan(slide.end)}`)
    const ahead = async () => {
      const [, minutes, seconds] = (await clockOf(deck.page))!.match(/快 (\d+):(\d\d)/) ?? []
      return slide.start - Number(minutes) * 60 - Number(seconds)
    }
    await expect.poll(ahead).toBeGreaterThanOrEqual(0)
    expect(await ahead()).toBeLessThan(10)
    await speak(slide.start)
    await expect.poll(() => clockOf(deck.page)).toContain('正点')
    await speak(slide.end - slide.start + 80)
    await expect.poll(() => clockOf(deck.page)).toMatch(/慢 1:2\d/)

    const finish = new Date(new Date('2026-08-28T09:00:00').getTime() + (slide.end + 80 + total - slide.end) * 1000)
    const [, hour, minute] = (await clockOf(deck.page))!.match(/预计 (\d\d):(\d\d) 结束/)!
    expect(Math.abs(Number(hour) * 60 + Number(minute) - finish.getHours() * 60 - finish.getMinutes())).toBeLessThanOrEqual(1)
  })

  it('is the same in every window, is paused and set back in any, and survives them', async () => {
    const context = await deck.page.context().browser()!.newContext()
    await context.clock.install({ time: new Date('2026-08-28T09:00:00') })
    const [first, other] = [await context.newPage(), await context.newPage()]
    await open('/presenter/1', first)
    await open('/script', other)
    await turn('PageDown', first)
    await speak(60, context)
    await expect.poll(() => elapsed(other)).toBeGreaterThanOrEqual(60)

    await other.getByRole('button', { name: '暂停' }).click()
    const rest = await elapsed(other)
    await speak(60, context)
    await expect.poll(() => elapsed(first)).toBe(rest)
    await first.close()

    const late = await context.newPage()
    await open('/presenter/5', late)
    expect(await elapsed(late)).toBe(rest)
    await late.getByRole('button', { name: '归零' }).click()
    await expect.poll(() => elapsed(other)).toBe(0)
    await context.close()
  })

  it('starts anew after a rehearsal, when the deck has rested on its cover', async () => {
    await open('/presenter/1')
    await turn('PageDown')
    await speak(600)
    await turn('PageUp')
    await speak(5)
    await turn('PageDown')
    await expect.poll(elapsed).toBeGreaterThanOrEqual(605)
    await turn('PageUp')
    await speak(61)
    await turn('PageDown')
    await expect.poll(elapsed).toBeLessThan(10)
  })
})

describe('the presenter view', () => {
  it('shows the clock in place of Slidev\'s own', async () => {
    await open('/presenter/3')
    expect(await deck.page.locator('.slidev-presenter .grid-section.bottom > :visible').count()).toBe(1)
    expect(await deck.page.locator('.slidev-presenter .font-mono.text-3xl:visible').count()).toBe(0)
  })

  it.each(sample([[1366, 768], [1920, 1080]]))('keeps its bar in one line at %i × %i, late and paused', async (width, height) => {
    await deck.page.setViewportSize({ width, height })
    await open('/presenter/3')
    await deck.page.getByRole('button', { name: '开始' }).click()
    await speak(4000)
    await deck.page.getByRole('button', { name: '暂停' }).click()
    const bar = await deck.page.locator('.slidev-presenter .grid-section.bottom nav').evaluate(nav => ({ height: nav.clientHeight, over: nav.scrollWidth - nav.clientWidth }))
    expect(bar.height).toBeLessThan(80)
    expect(bar.over).toBe(0)
  })

  it('sets its notes as large as the script can', async () => {
    await open('/presenter/3')
    const larger = deck.page.getByRole('button', { name: '讲稿字大一些' })
    for (let i = 0; i < 10; i++)
      await larger.click()
    const size = await deck.page.locator('.slidev-presenter .slidev-note').evaluate(note => Number.parseFloat(getComputedStyle(note).fontSize))
    expect(size).toBeGreaterThanOrEqual(72)
  })

  it('brings what is said at a click into sight', async () => {
    const page = slides.findIndex(({ note }) => note?.includes('[click]')) + 1
    await open(`/presenter/${page}`)
    await settle(deck.page)
    await deck.page.keyboard.press('ArrowRight')
    const mark = deck.page.locator('.slidev-note-click-mark-active')
    await expect.poll(() => mark.evaluate((mark) => {
      const note = mark.closest('.slidev-note')!
      const [{ top, bottom }, view] = [mark.getBoundingClientRect(), note.getBoundingClientRect()]
      const atEnd = note.scrollTop + note.clientHeight >= note.scrollHeight - 1
      return note.scrollTop > 0 && top >= view.top && bottom <= view.top + (atEnd ? view.height : view.height / 2)
    })).toBe(true)
  })

  it('speaks Chinese: words, titles, menus and the window\'s name', async () => {
    await open('/presenter/2')
    await settle(deck.page)
    const found = new Set<string>()
    const collect = async () => {
      for (const text of await deck.page.evaluate(foreignWords))
        found.add(text)
    }
    await collect()
    await deck.page.locator('[title="更多设置"]').click()
    await deck.page.getByText('光标样式').waitFor()
    await collect()
    await deck.page.keyboard.press('Escape')
    await deck.page.getByText('屏幕镜像').click()
    await collect()
    expect([...found]).toEqual([])
    expect(await deck.page.title()).toBe('演讲者视图 - 凝心聚力启新程，办好人民满意教育')
  })
})

it('keeps the slide and the note in sight in a window that became very small', async () => {
  await deck.page.setViewportSize({ width: 341, height: 256 })
  await open('/presenter/3')
  await settle(deck.page)
  const slide = await deck.page.locator('#slideshow .slidev-page:not([inert]) .slidev-layout').first().boundingBox()
  expect(slide!.width).toBeGreaterThan(100)
  expect(slide!.height).toBeGreaterThan(50)
  await expect.poll(() => deck.page.locator('.slidev-note').first().isVisible()).toBe(true)
})

/** Texts and titles on the page with a word in Latin letters */
function foreignWords(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement!
    if (parent.checkVisibility() && !parent.closest('script, style'))
      texts.push(walker.currentNode.textContent!)
  }
  const titles = [...document.querySelectorAll('[title], [placeholder], [aria-label]')].flatMap(element => ['title', 'placeholder', 'aria-label'].map(name => element.getAttribute(name) ?? ''))
  return [...texts, ...titles].map(text => text.trim()).filter(text => /[a-z]{2}/i.test(text))
}
