import type { Deck } from './support/deck'
import { settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { spokenByClick } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { plainText } from 'slidev-addon-speech/outline'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../support/soaking'
import { openDeck } from './support/deck'

const { slides } = await loadDeck()
const notes = slides.map(({ note = '' }) => note)
/** A slide whose note has a click, and the one that has the hall's money in it */
const clicked = notes.findIndex(note => note.includes('[click]')) + 1
const money = notes.findIndex(note => note.includes('1.4亿元')) + 1

let deck: Deck

beforeAll(async () => {
  deck = await openDeck()
})
afterEach(() => expect([...deck.errors, ...deck.strayRequests]).toEqual([]))
afterAll(() => deck?.close())

async function open(page: number, click = 0) {
  await deck.page.goto(`${deck.url}/presenter/${page}?script&clicks=${click}`)
  await deck.page.locator('.script').waitFor()
  await settle(deck.page)
}

const press = (key: string) => deck.page.keyboard.press(key)
const place = () => deck.page.locator('.script header b').textContent()
const at = (page: number) => expect.poll(place).toBe(`${page} / ${slides.length}`)
const fontSize = () => deck.page.locator('.script [data-shown] article p').first().evaluate(p => Number.parseFloat(getComputedStyle(p).fontSize))
const store = (key: string, value: unknown) => deck.page.evaluate(([key, value]) => localStorage.setItem(key, value), [key, String(value)])

describe('the script', () => {
  it('opens at /script with the whole note, the page and the headline', async () => {
    await deck.page.goto(`${deck.url}/script`)
    await at(1)
    expect(await deck.page.locator('.script [data-shown] article').textContent()).toContain(notes[0].split('\n')[0])
    expect(await deck.page.locator('.script .headline').textContent()).toBe(plainText(slides[0].title))
    expect(await deck.page.locator('.script .next').textContent()).toContain(notes[1].split('，')[0])
  })

  it('moves the deck by the keys of a clicker', async () => {
    await open(2)
    for (const [key, page] of [['PageDown', 3], ['ArrowRight', 4], ['Space', 5], ['ArrowDown', 6], ['PageUp', 5], ['ArrowLeft', 4], ['ArrowUp', 3], ['End', slides.length], ['Home', 1]] as const) {
      await press(key)
      await at(page)
    }
  })

  it('moves the audience\'s window, and moves with it', async () => {
    const context = await deck.page.context().browser()!.newContext()
    const [audience, speaker] = [await context.newPage(), await context.newPage()]
    await audience.goto(`${deck.url}/2`)
    await speaker.goto(`${deck.url}/presenter/2?script`)
    await settle(speaker)
    await speaker.keyboard.press('PageDown')
    await audience.waitForURL('**/3*')
    await audience.keyboard.press('PageDown')
    await speaker.waitForURL('**/4*')
    expect(await speaker.locator('.script header b').textContent()).toBe(`4 / ${slides.length}`)
    await context.close()
  })

  it('moves on after a click on a button, and the button isn\'t pressed again', async () => {
    await open(2)
    const size = await fontSize()
    await deck.page.getByRole('button', { name: '字大' }).click()
    await press('Space')
    await at(3)
    await press('ArrowRight')
    await at(4)
    expect(await fontSize()).toBe(size + 4)
  })

  it('goes back to the presenter view at the same slide, which offers it again', async () => {
    await open(3)
    await deck.page.getByRole('button', { name: '返回' }).click()
    await deck.page.locator('.script').waitFor({ state: 'detached' })
    expect(deck.page.url()).toMatch(/\/presenter\/3/)
    await deck.page.getByRole('button', { name: '讲稿', exact: true }).click()
    await at(3)
  })

  it('comes back to what is said in a note that was scrolled and left', async () => {
    const top = () => deck.page.locator('.script [data-shown] article').evaluate(view => view.scrollTop)
    await open(3)
    const there = await top()
    await press('j')
    await expect.poll(top).toBeGreaterThan(there + 50)
    await press('ArrowDown')
    await at(4)
    await press('ArrowUp')
    await at(3)
    await expect.poll(top).toBe(there)
  })

  it('keeps what is said at a click bright and at eye height, and steps through the clicks first', async () => {
    await open(clicked)
    await store('script font size', 72)
    await open(clicked)
    for (const click of [0, 1]) {
      const said = deck.page.locator('.script [data-shown] article .said')
      const { from, height, text } = await said.first().evaluate((element) => {
        const view = element.closest('article')!
        return { from: element.getBoundingClientRect().top - view.getBoundingClientRect().top, height: view.clientHeight, text: element.textContent }
      })
      const [before, after] = notes[clicked - 1].split('[click]')
      expect((click ? after : before).replace(/\s/g, '')).toContain(text.replace(/\s/g, ''))
      expect(from / height).toBeGreaterThan(0)
      expect(from / height).toBeLessThan(0.3)
      await press('PageDown')
      await (click ? at(clicked + 1) : expect.poll(() => deck.page.url()).toContain('clicks=1'))
    }
  })

  it('is set from 28 to 72 px by + and -, and remembers it', async () => {
    await open(2)
    for (let i = 0; i < 15; i++)
      await press('+')
    expect(await fontSize()).toBe(72)
    await press('-')
    await deck.page.reload()
    await settle(deck.page)
    expect(await fontSize()).toBe(68)
    for (let i = 0; i < 15; i++)
      await press('-')
    expect(await fontSize()).toBe(28)
  })

  it('writes figures as they are read aloud, on demand, and remembers it', async () => {
    await open(money)
    expect(await deck.page.locator('.script [data-shown] article').textContent()).toContain('1.4亿元')
    await press('r')
    expect(await deck.page.locator('.script [data-shown] article').textContent()).toContain('一点四亿元')
    await deck.page.reload()
    await deck.page.locator('.script').waitFor()
    expect(await deck.page.locator('.script [data-shown] article').textContent()).toContain('全市第十四届')
    await press('r')
  })

  it.each(['dark-paper', 'light-paper'])('has a contrast of 7 : 1 everywhere on %s', async (theme) => {
    await open(clicked, 1)
    if (!await deck.page.locator(`.script.${theme}`).count())
      await press('d')
    await deck.page.locator(`.script.${theme}`).waitFor()
    const contrasts = await deck.page.locator('.script').evaluate((script) => {
      const luminance = (colour: string) => {
        const [r, g, b] = colour.match(/[\d.]+/g)!.map(Number).map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      return [...script.querySelectorAll('*')]
        .filter(element => [...element.childNodes].some(node => node instanceof Text && node.data.trim()))
        .map((element) => {
          let ground = element
          while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)')
            ground = ground.parentElement!
          const [light, dark] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor].map(luminance).sort((a, b) => b - a)
          return { text: element.textContent, contrast: (light + 0.05) / (dark + 0.05), opacity: getComputedStyle(element).opacity }
        })
    })
    expect(contrasts.length).toBeGreaterThan(10)
    expect(contrasts.filter(({ contrast, opacity }) => contrast < 7 || opacity !== '1')).toEqual([])
  })
})

/** Every figure with its unit, title and quoted name of the note on show, with the number of lines it stands on */
function unitsOnShow() {
  const UNIT = /《[^》]+》|“[^”]{1,12}”|\d+月\d+日|\d+(?:\.\d+)?[万亿]*\p{Script=Han}|[一二三四五六七八九十百千零]+月[一二三四五六七八九十]+日|一点四亿元|[一二三四五六七八九十]+百[一二三四五六七八九十零]*[户人元名]/gu
  return [...document.querySelectorAll('.script [data-shown] article p')].flatMap((p) => {
    const letters: [Text, number][] = []
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      for (let i = 0; i < node.data.length; i++)
        letters.push([node, i])
    }
    const size = Number.parseFloat(getComputedStyle(p).fontSize)
    return [...p.textContent.matchAll(UNIT)].filter(([unit]) => unit.length * size < p.clientWidth).map(({ index, 0: unit }) => {
      const tops = Array.from({ length: unit.length }, (_, i) => {
        const [node, offset] = letters[index + i]
        const range = document.createRange()
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        return Math.round(range.getBoundingClientRect().top / size)
      })
      return { unit, lines: new Set(tops).size }
    })
  })
}

/** Whether the end of what is said now stands below the screen */
function isBelow() {
  return deck.page.locator('.script [data-shown] article').evaluate((view) => {
    const said = [...view.querySelectorAll('.said')].at(-1)!
    return said.getBoundingClientRect().bottom > view.getBoundingClientRect().bottom
  })
}

describe.each(sample([[1366, 768], [1920, 1080]]))('on a screen of %i × %i', (width, height) => {
  beforeAll(async () => {
    await deck.page.setViewportSize({ width, height })
    await deck.page.goto(`${deck.url}/script`)
    await deck.page.evaluate(() => localStorage.clear())
  })

  it('shows in its first size all that is said at a click, or says that there is more, and shows that at j', async () => {
    const long: number[] = []
    const wrong: string[] = []
    for (const [index, note] of notes.entries()) {
      for (const click of spokenByClick(parseNote(note)).keys()) {
        await open(index + 1, click)
        const more = deck.page.locator('.script .more')
        if (await isBelow() !== await more.isVisible())
          wrong.push(`page ${index + 1}, click ${click}`)
        if (await isBelow()) {
          long.push(index + 1)
          await press('j')
          await more.waitFor({ state: 'detached' })
          expect(await isBelow()).toBe(false)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(long.length).toBeLessThan(3)
  })

  it.each(sample([[72, true], [28, false], [44, true], [72, false]], 2))('turns no line inside a figure, a title or a quoted name at %i px, figures read aloud: %s', async (size, aloud) => {
    await store('script font size', size)
    await store('script figures aloud', aloud)
    await open(1)
    const units: { unit: string, lines: number }[] = []
    for (let page = 1; page <= slides.length; page++) {
      await at(page)
      units.push(...await deck.page.evaluate(unitsOnShow))
      expect(await deck.page.locator('.script [data-shown] article').evaluate(view => view.scrollWidth - view.clientWidth)).toBe(0)
      await press('ArrowDown')
    }
    expect(units.length).toBeGreaterThan(10)
    expect(units.filter(({ lines }) => lines > 1)).toEqual([])
  })
})
