import type { StaticServer } from 'slidev-addon-speech/browser/static-server'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { PDFDocument } from 'pdf-lib'
import { ready, walk } from 'slidev-addon-speech/browser/stage'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { root } from 'slidev-addon-speech/deck'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { packAll } from '../../scripts/pack'
import { sample } from '../support/soaking'
import { makeStockDeck, removeDeck } from '../support/stock-deck'
import { sharedBrowser } from './support/browser'
import { freePort } from './support/dev-server'
import { errorsOf } from './support/windows'

const PACKAGES = ['podium', 'press', 'speech', 'noto-sc', 'instant']
const TITLES = ['Three slides', 'The second', 'The second', 'The end']

const run = promisify(execFile)
const tarballs = packAll(join(root, '.cache/tarballs'))

let folder: string
let server: StaticServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
  removeDeck(folder)
})

/** @returns the folder of the built deck */
async function build(addons: string[]): Promise<string> {
  folder = makeStockDeck({ theme: 'default', addons, tarballs })
  await run(process.execPath, ['node_modules/@slidev/cli/bin/slidev.mjs', 'build'], { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } })
  return join(folder, 'dist')
}

/** The heading at each step, and what went wrong on the way; a word in Chinese, in any view, is wrong in an English deck */
async function present(url: string): Promise<{ titles: string[], errors: string[] }> {
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 960, height: 540 }, reducedMotion: 'reduce', permissions: ['screen-wake-lock'] })
  const errors = errorsOf(context)
  const page = await context.newPage()
  const titles: string[] = []
  await page.goto(`${url}/1`)
  await ready(page)
  for await (const { slide } of walk(page, url))
    titles.push(await page.locator(`#slideshow .slidev-page-${slide} h1`).textContent() ?? '')
  await page.goto(`${url}/presenter/2`)
  await page.getByText('It says').first().waitFor()
  for (const view of ['presenter/2', 'script', 'check']) {
    await page.goto(`${url}/${view}`)
    await ready(page)
    errors.push(...await page.getByText(/\p{Script=Han}/u).allTextContents())
  }
  await context.close()
  return { titles, errors }
}

describe.each(sample(['seriph', 'default']))('a stock deck with the theme %s and all packages', (theme) => {
  it('is checked, which builds it, presented and printed', async () => {
    folder = makeStockDeck({ theme, addons: PACKAGES, tarballs })
    await run(process.execPath, ['node_modules/slidev-addon-speech/bin/check.js'], { cwd: folder })
    const site = join(folder, '.cache/site')
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toMatch(/<noscript>\P{Script=Han}*JavaScript is switched off\P{Script=Han}*<\/noscript>/u)
    server = await serveFolder(site)
    expect(await present(server.url)).toEqual({ titles: TITLES, errors: [] })
    await run(process.execPath, ['node_modules/slidev-addon-press/bin/export.js', '--output', 'deck.pdf'], { cwd: folder })
    expect((await PDFDocument.load(readFileSync(join(folder, 'deck.pdf')))).getPageCount()).toBe(3)
  })
})

describe.each(sample(PACKAGES))('a stock deck with %s alone', (name) => {
  it('is built and presented', async () => {
    server = await serveFolder(await build([name]))
    expect(await present(server.url)).toEqual({ titles: TITLES, errors: [] })
  })
})

describe('a stock deck while it is edited', () => {
  it('is served by the command of podium', async () => {
    folder = makeStockDeck({ theme: 'default', addons: ['podium'], tarballs })
    const port = await freePort()
    const podium = spawn(process.execPath, ['node_modules/slidev-addon-podium/bin/start.js', '--no-open', '--port', String(port)], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(async () => {
      const ended = once(podium, 'exit')
      podium.kill()
      await ended
    })
    for await (const chunk of podium.stdout) {
      if (String(chunk).includes('Ctrl+C'))
        break
    }
    expect(await present(`http://127.0.0.1:${port}`)).toEqual({ titles: TITLES, errors: [] })
  })
})
