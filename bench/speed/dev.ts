import type { Browser, Page } from 'playwright-chromium'
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { getPort } from 'get-port-please'

export interface DevTimes {
  /** From the command until the page is served, ms */
  served: number
  /** From then until the first slide stands, ms */
  shown: number
  /** From a saved word until it is seen, ms */
  saved: number
  /** From a saved mistake's mend until the slide is seen again, ms */
  mended: number
  /** From a saved new slide until it is seen, ms */
  inserted: number
}

/**
 * What somebody waits for who edits a deck.
 *
 * @param browser to look with
 * @param folder of the deck; its slides.md is as it was in the end
 * @param command of Node that serves it, without the port
 */
export async function devTimes(browser: Browser, folder: string, command: string[]): Promise<DevTimes> {
  const port = await getPort()
  const url = `http://localhost:${port}`
  const file = join(folder, 'slides.md')
  const text = readFileSync(file, 'utf8')
  const from = performance.now()
  const server = spawn(process.execPath, [...command, '--port', `${port}`], { cwd: folder, stdio: 'ignore', detached: true })
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  try {
    while (!await fetch(url).then(({ ok }) => ok, () => false))
      await wait(20)
    const served = performance.now() - from
    const shown = await timed(async () => {
      await page.goto(url, { timeout: 120_000 })
      await seen(page, '#slideshow .slidev-layout')
    })
    await page.waitForTimeout(5000) // all slides are prepared then
    await page.goto(`${url}/2`)
    await seen(page, '.slidev-page-2 h1, .slidev-page-2 h2')
    await page.waitForTimeout(2000)

    const saves = async (changed: string, words: string) => timed(async () => {
      writeFileSync(file, changed)
      await seen(page, '.slidev-page-2 :is(h1, h2)', words)
    })
    const second = text.replace(/^(---\n[\s\S]*?\n---\n[\s\S]*?\n---\n[\s\S]*?\n---\n+#+ )(.*)/, '$1改过一次')
    const saved = await saves(second, '改过一次')
    await page.waitForTimeout(1000)
    writeFileSync(file, second.replace('改过一次', '<b>改过一次'))
    await page.waitForTimeout(3000)
    const mended = await saves(second.replace('改过一次', '改过两次'), '改过两次')
    await page.waitForTimeout(1000)
    const inserted = await saves(text.replace(/^(---\n[\s\S]*?\n---\n[\s\S]*?\n)(---\n)/, '$1---\nlayout: default\n---\n\n## 新的一页\n\n$2'), '新的一页')
    return { served, shown, saved, mended, inserted }
  }
  finally {
    writeFileSync(file, text)
    await page.close()
    process.kill(-server.pid!, 'SIGKILL') // with all that it started
  }
}

/** Asked in every frame: a locator asks twice a second at last */
async function seen(page: Page, selector: string, words = '') {
  await page.waitForFunction(([selector, words]) =>
    [...document.querySelectorAll(selector)].some(element => element.checkVisibility() && element.textContent!.includes(words)), [selector, words] as const, { polling: 'raf', timeout: 60_000 })
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}
