import type { BrowserContext, Page } from 'playwright-chromium'
import type { Windows } from './support/windows'
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ready, settle } from 'slidev-addon-speech/browser/stage'
import { readBuildInfo } from 'slidev-addon-speech/build-info'
import { loadDeck, root } from 'slidev-addon-speech/deck'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { SOAKING } from '../support/soaking'
import { sharedBrowser } from './support/browser'
import { openWindows, standing } from './support/windows'

const { slides } = await loadDeck()
const { title } = slides[0].frontmatter
const VIEWS = ['/1', '/presenter/1', '/script', '/check', '/overview', '/notes']
/** With fonts */
const MAX_BYTES = 1_600_000
const SOON = { timeout: 10_000 }

/** A page that says in `requests` all that it asked for, and in `errors` what went wrong */
async function watch(context: BrowserContext) {
  const requests: string[] = []
  const errors: string[] = []
  context.on('request', request => requests.push(request.url()))
  context.on('weberror', error => errors.push(error.error().message))
  context.on('console', message => message.type() === 'error' && errors.push(message.text()))
  return { page: await context.newPage(), requests, errors }
}

describe('the deck in one file, opened from disk without a network', () => {
  const file = () => inject('deckFile')
  let windows: Windows

  beforeAll(async () => {
    windows = await openWindows('a file')
    await windows.context.setOffline(true)
  })
  afterAll(() => windows?.close())

  it('lies in a folder with Chinese characters and spaces', () => {
    expect(decodeURI(file())).toMatch(/\/U盘 副本\/会场 演示（终稿）\/[^/]+\.html$/)
    expect(decodeURI(file())).toContain(title)
  })

  it('is small enough for any stick, and for mail', () => {
    expect(statSync(fileURLToPath(file())).size).toBeLessThanOrEqual(MAX_BYTES)
  })

  it('shows every view, and asks for nothing but itself', async () => {
    const { page, requests, errors } = await watch(windows.context)
    for (const view of VIEWS) {
      await page.goto(`${file()}#${view}`)
      await page.reload()
      await ready(page)
      await page.evaluate(() => document.fonts.ready)
    }
    for (let slide = 1; slide <= slides.length; slide++) {
      await page.goto(`${file()}#/${slide}`)
      await expect.poll(() => standing(page), SOON).toBe(`${slide}.0`)
    }
    expect(requests.length).toBeGreaterThan(VIEWS.length)
    expect(requests.filter(url => url.split('#')[0] !== file() && !/^(?:data|blob):/.test(url))).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })

  it('keeps three windows together, and through a reload in mid-speech with the clock running', async () => {
    const audience = await windows.open('/1')
    const presenter = await windows.open('/presenter/1')
    const script = await windows.open('/script')
    await audience.keyboard.press('ArrowDown') // the cover is left: the clock starts
    await script.keyboard.press('ArrowDown')
    await presenter.keyboard.press('ArrowDown')
    for (let step = 0; step < 3; step++)
      await presenter.keyboard.press('ArrowRight')
    await settle(presenter) // keys show first, and move after
    const place = await standing(presenter)
    for (const window of [audience, script])
      await expect.poll(() => standing(window), SOON).toBe(place)
    await expect.poll(() => presenter.locator('.speech-clock').textContent(), SOON).toMatch(/用时\s*0:0[2-9]/)

    for (const window of [presenter, audience, script]) {
      await window.reload()
      await ready(window)
      await expect.poll(() => standing(window), SOON).toBe(place)
    }
    expect(await presenter.locator('.speech-clock').textContent()).not.toMatch(/用时\s*0:0[01]/)
    await audience.keyboard.press('PageDown')
    await expect.poll(() => standing(audience), SOON).not.toBe(place)
    const next = await standing(audience)
    for (const window of [presenter, script])
      await expect.poll(() => standing(window), SOON).toBe(next)
    expect(windows.errors).toEqual([])
  })

  it('opens a slide of the overview in a window of its own', async () => {
    const overview = await windows.open('/overview')
    const opening = windows.context.waitForEvent('page')
    await overview.locator('.overview-slide-action').first().click()
    const opened = await opening
    await ready(opened)
    expect(opened.url().split('#')[0]).toBe(file())
    await expect.poll(() => standing(opened), SOON).toMatch(/^\d+\./)
    expect(windows.errors).toEqual([])
  })

  it('says on the page before the meeting which build it is', async () => {
    const check = await windows.open('/check')
    const { version, commit = '日期不详' } = readBuildInfo(root)
    const line = check.locator('dl > div', { hasText: '版本' })
    await expect.poll(() => line.textContent(), SOON).toContain(version)
    expect(await line.textContent()).toContain(commit)
  })
})

describe('the policy of the file', () => {
  /** Brings into a page what someone might: each script says so if it runs, the rest asks another host. */
  async function intrude(page: Page) {
    await page.evaluate(() => {
      const say = (word: string) => `(window.harm ??= []).push('${word}')`
      const script = document.createElement('script')
      script.textContent = say('script')
      document.head.append(script)
      document.body.insertAdjacentHTML('beforeend', `
        <img src="data:," onerror="${say('handler')}">
        <a id="lure" href="javascript:${say('link')}">x</a>
        <img src="https://elsewhere.example/picture.png">
        <iframe src="https://elsewhere.example/frame"></iframe>
        <link rel="stylesheet" href="https://elsewhere.example/style.css">
        <style>body { outline: 7px solid }</style>`)
      document.getElementById('lure')!.click()
      void fetch('https://elsewhere.example/beacon').catch(() => {})

      setTimeout(say('eval'))
    })
    await page.waitForTimeout(1000)
  }

  async function harm(file: string) {
    const context = await (await sharedBrowser()).newContext()
    const asked: string[] = []
    await context.route('https://elsewhere.example/**', async (route) => {
      asked.push(new URL(route.request().url()).pathname)
      await route.fulfill({ body: '' })
    })
    const page = await context.newPage()
    await page.goto(file)
    await ready(page)
    await intrude(page)
    const ran = await page.evaluate(() => (window as { harm?: string[] }).harm ?? [])
    const outline = await page.evaluate(() => getComputedStyle(document.body).outlineWidth)
    await context.close()
    return { ran: ran.sort(), outline, asked: asked.sort() }
  }

  it('lets no injected script run, no injected style act, and nothing be fetched', async () => {
    const { ran, outline, asked } = await harm(inject('deckFile'))
    expect(ran).toEqual([])
    expect(outline).not.toBe('7px')
    expect(asked).toEqual([])
  })

  it('is what prevents it: without the policy all of it happens', async () => {
    const unguarded = join(dirname(fileURLToPath(inject('deckFile'))), 'unguarded.html')
    const html = readFileSync(new URL(inject('deckFile')), 'utf8')
    writeFileSync(unguarded, html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
    const { ran, outline, asked } = await harm(pathToFileURL(unguarded).href)
    expect(ran).toEqual(['eval', 'handler', 'link', 'script'])
    expect(outline).toBe('7px')
    expect(asked).toEqual(['/beacon', '/frame', '/picture.png', '/style.css'])
  })

  it('names scripts and styles by their hash, and allows no file at all', () => {
    const [, policy] = readFileSync(new URL(inject('deckFile')), 'utf8').match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)!
    expect(policy).toMatch(/^default-src 'none'; script-src( 'sha256-[^']+')+; style-src( 'sha256-[^']+')+;/)
    expect(policy).not.toMatch(/unsafe|self|http|\*/)
  })
})

it('with JavaScript off, the file shows its title and says in Chinese what to do', async () => {
  const context = await (await sharedBrowser()).newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 720 } })
  const { page, errors } = await watch(context)
  await page.goto(inject('deckFile'))
  expect(await page.locator('h1:visible').first().textContent()).toBe(title)
  expect(await page.locator('main:visible').textContent()).toMatch(/关闭了 JavaScript[\s\S]*Edge 或 Chrome/)
  await page.screenshot({ path: '.cache/screenshots/no-script.png' })
  expect(errors).toEqual([])
  await context.close()
})

it.runIf(SOAKING)('the same commit gives the same file, byte for byte', () => {
  const file = join(root, '.cache/portable-again.html')
  execFileSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/portable.ts', '--output', file], { cwd: root, stdio: 'pipe' })
  const again = readFileSync(file)
  expect(again.equals(readFileSync(new URL(inject('deckFile'))))).toBe(true)
})

it('the file has a PDF only if it was asked for', () => {
  expect(readFileSync(new URL(inject('deckFile')), 'utf8')).not.toContain('application/pdf" id=')
})

describe('a portable file that can’t be made', () => {
  const portable = (...options: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/portable.ts', ...options], { cwd: root, encoding: 'utf8' })

  it('because of an unknown option, says so', () => {
    const { status, stderr } = portable('--without-note')
    expect(status).toBe(1)
    expect(stderr).toContain('看不懂 npm run portable -- 后面的“--without-note”')
  })

  it('because of the file’s name, says so before anything is built', () => {
    const { status, stderr } = portable('--output', '讲话.pdf')
    expect(status).toBe(1)
    expect(stderr).toContain('以 .html 结尾')
  })
})
