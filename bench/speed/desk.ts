import type { Browser } from 'playwright-chromium'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** What somebody who edits a deck waits for, ms */
export interface Waits {
  /** From the command until its server answers */
  serves: number
  /** From the address until the first slide stands */
  stands: number
  /** From saving a word until it is seen; one for each time */
  saved: number[]
}

const PORT = 3399
const SAVINGS = 5

/**
 * Serves a deck to edit, opens its first slide, and saves its headline some times.
 *
 * @param browser to open it in
 * @param folder of the deck; its slides.md is as before afterwards
 * @param command what serves it, for Node, without the port
 */
export async function waitsAt(browser: Browser, folder: string, command: string[]): Promise<Waits> {
  const start = performance.now()
  const server = spawn(process.execPath, [...command, '--port', String(PORT)], { cwd: folder, stdio: 'ignore', detached: true })
  try {
    while (!await fetch(`http://127.0.0.1:${PORT}/`).then(({ ok }) => ok, () => false))
      await new Promise(resolve => setTimeout(resolve, 20))
    const serves = performance.now() - start
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    const opened = performance.now()
    await page.goto(`http://127.0.0.1:${PORT}/1`, { waitUntil: 'commit' })
    await page.locator('#slideshow h1').first().waitFor({ timeout: 120_000 })
    const stands = performance.now() - opened
    await page.waitForTimeout(5000) // what is made ahead is made
    const saved = await savings(folder, words => page.waitForFunction(words => document.querySelector('#slideshow h1')?.textContent?.includes(words), words, { polling: 5 }))
    await page.close()
    return { serves, stands, saved }
  }
  finally {
    process.kill(-server.pid!)
    await once(server, 'close')
  }
}

async function savings(folder: string, seen: (words: string) => Promise<unknown>): Promise<number[]> {
  const file = join(folder, 'slides.md')
  const source = readFileSync(file, 'utf8')
  const taken: number[] = []
  for (let index = 1; index <= SAVINGS; index++) {
    const word = '一二三四五'[index - 1]
    const start = performance.now()
    writeFileSync(file, source.replace(/\n---\n[\s\S]*?\n# [^\n]*/, throughHeadline => throughHeadline + word))
    await seen(word)
    taken.push(performance.now() - start)
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
  writeFileSync(file, source)
  return taken
}
