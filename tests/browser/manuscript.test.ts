import type { Windows } from './support/windows'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { manuscriptFile } from 'slidev-addon-press/manuscript/manuscript-file'
import { loadDeck, root } from 'slidev-addon-speech/deck'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDeck } from './support/deck'
import { openWindows, standing } from './support/windows'

const deck = await loadDeck()
const last = deck.slides.length
const { name, data } = await manuscriptFile(deck, root, { podium: false, cues: true })

describe.each(['this computer', 'a file'] as const)('the manuscript on the last slide, from %s', (venue) => {
  let windows: Windows
  beforeAll(async () => {
    windows = await openWindows(venue)
  })
  afterAll(() => windows?.close())

  it('is a Word file of the notes as they are, under its name', async () => {
    const page = await windows.open(`/${last}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '讲话稿' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(name)
    expect(Buffer.compare(readFileSync(await download.path()), data)).toBe(0)
    expect(windows.errors).toEqual([])
  })

  it('leaves the keys to the deck', async () => {
    const page = await windows.open(`/${last}`)
    await page.getByRole('link', { name: '讲话稿' }).click()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => standing(page), { timeout: 10_000 }).toMatch(new RegExp(`^${last - 1}\\.`))
  })
})

describe('the deck in print', () => {
  it('offers no manuscript, which it couldn\'t take along', async () => {
    const { page, url, close } = await openDeck()
    await page.goto(`${url}/print?print=true`)
    await page.locator('.print-slide-container').nth(last - 1).getByText('谢谢大家').waitFor()
    expect(await page.locator('.manuscript-link').count()).toBe(0)
    await close()
  })
})
