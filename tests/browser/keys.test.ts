import type { Page } from 'playwright-chromium'
import type { Windows } from './support/windows'
import { keysIn } from 'slidev-addon-podium/keys/keys'
import { chinese } from 'slidev-addon-podium/languages/zh-CN'
import { settle } from 'slidev-addon-speech/browser/stage'
import { loadDeck } from 'slidev-addon-speech/deck'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sample } from '../support/soaking'
import { openWindows, standing } from './support/windows'

const { slides } = await loadDeck()

const A_SECOND = { timeout: 1000, interval: 20 }
const isAt = (page: Page, place: string) => expect.poll(() => standing(page), A_SECOND).toBe(place)

let windows: Windows

beforeAll(async () => {
  windows = await openWindows('a host of any name')
})
afterEach(async () => {
  expect(windows.errors).toEqual([])
  await Promise.all(windows.context.pages().map(page => page.close()))
})
afterAll(() => windows?.close())

describe.each(sample(['/3', '/presenter/3']))('the keys in a window at %s', (address) => {
  let page: Page
  beforeEach(async () => {
    page = await windows.open(address)
  })

  it('go to the ends with Home and End', async () => {
    await page.keyboard.press('End')
    await isAt(page, `${slides.length}.0`)
    await page.keyboard.press('Home')
    await isAt(page, '1.0')
  })

  it('act in their order, however fast they are pressed', async () => {
    await page.evaluate(() => {
      for (const key of ['PageDown', 'ArrowDown', 'End', 'ArrowUp', 'Home', 'ArrowDown', 'b'])
        ['keydown', 'keyup'].forEach(type => dispatchEvent(new KeyboardEvent(type, { key, code: key })))
    })
    await isAt(page, '2.0')
    const curtain = await windows.open('/2')
    await curtain.locator('.screen-curtain').waitFor()
    await page.keyboard.press('b')
    await curtain.close()
  })

  it('move after any button of the bar was clicked, under the resting pointer', async () => {
    const buttons = page.locator('nav button:not([inert]):visible')
    await page.mouse.move(40, 700)
    const titles = await buttons.evaluateAll(buttons => buttons.map(button => button.getAttribute('title')))
    expect(titles.length).toBeGreaterThan(4)
    for (const [index, title] of titles.entries()) {
      // these open a dialog or another view, which has keys of its own
      if (['全部幻灯片', '转到演讲者视图', '转到放映', '关于这份幻灯片', '讲稿大字版'].includes(title ?? ''))
        continue
      await buttons.nth(index).click()
      for (const [key, place] of [['End', `${slides.length}.0`], ['Home', '1.0'], ['ArrowDown', '2.0'], ['ArrowUp', '1.0'], ['ArrowRight', '2.0'], ['PageUp', '1.0'], ['PageDown', '2.0']]) {
        await page.keyboard.press(key)
        await expect.poll(() => standing(page), { ...A_SECOND, message: `${key} after a click on “${title}”` }).toBe(place)
      }
      await page.keyboard.press('Escape')
    }
  })

  it('move while a button has the focus of the Tab key', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/BUTTON|A|INPUT/)
    await page.keyboard.press('PageDown')
    await isAt(page, '4.0')
  })

  it('do no harm with a clicker’s long press', async () => {
    await page.evaluate(() => Object.assign(window, { stillHere: true }))
    for (const key of ['F5', 'Shift+F5', 'Escape'])
      await page.keyboard.press(key)
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => 'stillHere' in window), 'the page was reloaded').toBe(true)
    expect(await standing(page)).toBe('3.0')
    await page.keyboard.press('PageDown')
    await isAt(page, '4.0')
  })

  it('make one step when held by mistake, and go on when held for a second', async () => {
    await page.keyboard.down('PageDown')
    for (let i = 0; i < 4; i++) { // within the second after which it is meant, on a busy machine too
      await page.waitForTimeout(30)
      await page.keyboard.down('PageDown') // as a keyboard repeats it
    }
    await isAt(page, '4.0')
    await page.waitForTimeout(1000)
    await page.keyboard.down('PageDown')
    await isAt(page, '5.0')
    await page.keyboard.up('PageDown')
  })

  it('step by the space bar, and with Shift back; by arrows with Shift over whole slides', async () => {
    await page.keyboard.press('Space')
    await isAt(page, '4.0')
    await page.keyboard.press('Shift+Space')
    await isAt(page, '3.0')
    await page.keyboard.press('Shift+ArrowRight')
    await isAt(page, '4.0')
    await page.keyboard.press('Shift+ArrowLeft')
    await isAt(page, '3.0')
  })

  it('leave Ctrl+B and its like to the browser', async () => {
    const audience = await windows.open('/1')
    for (const key of ['Control+b', 'Alt+w', 'Meta+b', 'Control+End', 'Meta+ArrowDown'])
      await page.keyboard.press(key)
    await audience.waitForTimeout(200)
    expect(await audience.locator('.screen-curtain').count()).toBe(0)
    expect(await standing(page)).toBe('3.0')
  })

  it('are listed in Chinese by ?', async () => {
    const help = page.getByRole('dialog', { name: '按键' })
    await page.keyboard.press('?')
    await help.waitFor()
    const text = await help.textContent()
    for (const words of ['黑屏', '白屏', '定格', '下一步', '第一页、最后一页'])
      expect(text).toContain(words)
    expect(await help.evaluate(element => element.scrollHeight <= innerHeight)).toBe(true)
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
  })
})

it('in full screen Esc is asked for, so that a tap of it doesn’t leave', async () => {
  const page = await windows.open('/3')
  const locked = page.evaluate(() => new Promise((resolve) => {
    const { keyboard } = navigator as unknown as { keyboard?: { lock: (keys: string[]) => Promise<void> } }
    // browsers offer it to safe addresses only
    Object.defineProperty(navigator, 'keyboard', { value: { ...keyboard, lock: async (keys: string[]) => resolve(keys) } })
  }))
  await page.keyboard.press('f')
  expect(await locked).toEqual(['Escape'])
})

it.each([['ArrowDown', 'ArrowUp', 6], ['ArrowUp', 'ArrowDown', 4]])('%s, %s and the first again within a few frames leave one slide on show', async (there, back, slide) => {
  for (const frames of sample([0, 2, 1, 2], 2)) {
    const page = await windows.open('/5')
    await settle(page)
    await page.evaluate(async ({ keys, frames }) => {
      for (const key of keys) {
        for (const type of ['keydown', 'keyup'])
          dispatchEvent(new KeyboardEvent(type, { key, code: key }))
        await new Promise(resolve => setTimeout(resolve))
        for (let frame = 0; key === keys[0] && frame < frames; frame++)
          await new Promise(requestAnimationFrame)
      }
    }, { keys: [there, back, there], frames })
    await isAt(page, `${slide}.0`)
    await page.waitForTimeout(1500) // what is on show then stays
    expect(await page.locator('#slideshow > :not([style*="display: none"])').count()).toBe(1)
    await page.close()
  }
})

it('slides that wait are out of reach of the pointer and of the Tab key', async () => {
  const agenda = slides.findIndex(({ frontmatter }) => frontmatter.layout === 'agenda') + 1
  const page = await windows.open(`/${agenda - 1}`)
  await page.locator(`[data-slidev-no="${agenda}"][data-painted]`).waitFor({ state: 'attached' })
  expect(await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)!.closest<HTMLElement>('.slidev-page')?.dataset.slidevNo)).toBe(String(agenda - 1))
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement!.closest('.slidev-page a')?.outerHTML)).toBeUndefined()
  }

  await page.keyboard.press('ArrowDown')
  await isAt(page, `${agenda}.0`)
  await page.locator(`[data-slidev-no="${agenda}"] a`).first().click()
  await expect.poll(() => standing(page), A_SECOND).not.toBe(`${agenda}.0`)
})

it('? lists every key as it stands on the keyboard', async () => {
  const page = await windows.open('/3')
  await page.keyboard.press('?')
  await page.waitForTimeout(300) // Slidev's words turn Chinese as they come up
  expect(await page.locator('.key-help kbd').allTextContents()).toEqual(keysIn(chinese).flatMap(({ keys }) => keys))
})

it('a browser that refuses full screen does no harm', async () => {
  const page = await windows.open('/3')
  await page.evaluate(() => Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not granted')))
  await page.keyboard.press('f')
  await page.keyboard.press('ArrowDown')
  await isAt(page, '4.0') // and no error, see above
})

it('z in a window that is alone opens the list of keys, which says where it works', async () => {
  const page = await windows.open('/3')
  await page.keyboard.press('z')
  await page.getByRole('dialog', { name: '按键' }).getByText('只在讲者窗口').waitFor()
})

it('o opens all slides at the one that is on show', async () => {
  const page = await windows.open(`/${slides.length - 1}`)
  await page.keyboard.press('o')
  const card = page.getByRole('button', { name: new RegExp(`^${slides.length - 1} `) })
  await expect.poll(async () => (await card.boundingBox())?.y, A_SECOND).toBeGreaterThan(0)
  const { y, height } = (await card.boundingBox())!
  expect(y + height).toBeLessThan(page.viewportSize()!.height)
})

it('the audience’s window has no freeze: there it would have no visible effect', async () => {
  const [audience, presenter] = [await windows.open('/3'), await windows.open('/presenter/3')]
  await audience.keyboard.press('z')
  await audience.keyboard.press('ArrowDown')
  await isAt(presenter, '4.0')
})
