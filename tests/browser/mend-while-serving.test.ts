import type { ChildProcess } from 'node:child_process'
import type { Page } from 'playwright-chromium'
import { spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDeck } from '../support/copy-deck'
import { sample } from '../support/soaking'
import { sharedBrowser } from './support/browser'
import { freePort } from './support/dev-server'
import { openGuardedBrowser, watchConnections } from './support/network'

/** Both the server and the browser may have other things to do. */
const SOON = { timeout: 120_000, interval: 200 }

/** As Node prints where an error comes from */
const STACK = /\bat .+:\d+:\d+|node_modules/

const { env, connections } = watchConnections('serving')

describe('npm start goes through mistakes:', () => {
  let folder: string
  let server: ChildProcess
  let page: Page
  let printed = ''
  let port: number
  let lastUpdate = 0

  beforeAll(async () => {
    folder = copyDeck('serving')
    port = await freePort()
    page = await (await sharedBrowser()).newPage()
    page.on('console', message => message.text().includes('hot updated') && (lastUpdate = Date.now()))
    await change('slides.md', 'title: 凝心', 'title: [凝心')
    server = spawn(process.execPath, ['--import', 'tsx', 'packages/podium/bin/start.ts', '--no-open', '--port', String(port)], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [server.stdout!, server.stderr!])
      stream.on('data', chunk => printed += chunk)
  })
  afterAll(async () => {
    await page?.close()
    server?.kill()
  })

  /** The watcher passes over a change that comes within 50 ms of another; people are slower. */
  async function change(file: string, words: string, others: string) {
    await wait(100)
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text).toContain(words)
    writeFileSync(join(folder, file), text.replace(words, others))
  }

  const overlay = () => page.evaluate(() => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent ?? '')
  const slide = () => page.evaluate(() => document.querySelector('#slideshow')?.textContent ?? '')

  it('a headmatter that can\'t be read: it says so, waits, and starts when the file is mended', async () => {
    await expect.poll(() => printed, SOON).toMatch(/slides\.md 第 4 行[\s\S]*没有收尾[\s\S]*会自动启动/)
    await change('slides.md', 'title: [凝心', 'title: 凝心')
    await expect.poll(() => printed, SOON).toContain(`http://127.0.0.1:${port}/presenter/`)
    await page.goto(`http://127.0.0.1:${port}/2`, { timeout: 120_000 })
    await expect.poll(slide, SOON).toContain('上学年教育发展情况')
    // UnoCSS updates the window for seconds after it opened, and each update takes Vite's message away
    await expect.poll(() => Date.now() - lastUpdate, SOON).toBeGreaterThan(3000)
  })

  it.each(sample([
    ['the headmatter while it serves', 'slides.md', 'title: 凝心', 'title: [凝心', '没有收尾'],
    ['a part that is missing', 'slides.md', './pages/1-review.md', './pages/1-reveiw.md', '找不到 src 所指的文件'],
    ['the slide on show', 'slides.md', 'points:', 'pionts:', '是不是 points？'],
    ['a slide elsewhere', 'pages/2-tasks.md', 'draft: true', 'drafft: true', '是不是 draft？'],
    ['a mark in a note', 'pages/1-review.md', '[click]', '[clik]', '请写成 [click]'],
  ], 2))('%s: window and terminal say so, and the slides go on at once when the file is mended', async (_, file, words, others, message) => {
    await page.evaluate('window.kept = true')
    await change(file, words, others)
    await expect.poll(overlay, SOON).toContain(message)
    expect(printed).toContain(message)
    expect(await overlay(), 'no stack of a program').not.toMatch(STACK)
    expect(await page.evaluate(() => document.querySelector('vite-error-overlay')!.shadowRoot!.querySelector<HTMLElement>('.tip')!.offsetHeight), 'how to turn messages off').toBe(0)
    const told = printed.length
    expect(await slide()).toContain('上学年教育发展情况')
    await change(file, others, words)
    await expect.poll(overlay, SOON).toBe('')
    await expect.poll(slide, SOON).toContain('上学年教育发展情况')
    await expect.poll(() => printed.slice(told), SOON).toMatch(/^\s*改好了.*\n\s*$/)
    expect(await page.evaluate('window.kept'), 'the window was not reloaded').toBe(true)
  })

  it('a slide that is added, taken out and added again: it is there, and the window was not reloaded', async () => {
    await page.evaluate('window.kept = true')
    const [here, added] = ['---\nlayout: list\n', '---\n\n## 新插的一页\n\n正文\n\n---\nlayout: list\n']
    for (const _ of ['at first', 'where one was before']) {
      await change('slides.md', here, added)
      await expect.poll(slide, SOON).toContain('新插的一页')
      await change('slides.md', added, here)
      await expect.poll(slide, SOON).not.toContain('新插的一页')
    }
    expect(await page.evaluate('window.kept')).toBe(true)
  })

  it('a picture that is missing: the slides go on when the file has come', async () => {
    const [closing, picture] = ['---\nlayout: closing', '---\n\n![](/scene-late.png)\n\n---\nlayout: closing']
    await change('slides.md', closing, picture)
    await expect.poll(overlay, SOON).toContain('找不到图片 /scene-late.png')
    expect(await overlay()).not.toMatch(STACK)
    cpSync(join(folder, 'public/favicon.svg'), join(folder, 'public/scene-late.png'))
    await expect.poll(overlay, SOON).toBe('')
    await change('slides.md', picture, closing)
    await expect.poll(slide, SOON).toContain('上学年教育发展情况')
  })

  it('its pages ask nothing of any other computer', async () => {
    const guarded = await openGuardedBrowser()
    const page = await guarded.context.newPage()
    // not by visitAll: the first window would follow from slide to slide
    for (const view of ['/1', '/presenter/3', '/script', '/check', '/notes', '/overview']) {
      await page.goto(`http://127.0.0.1:${port}${view}`)
      await page.locator('h1, h2').first().waitFor({ state: 'attached', timeout: 120_000 }) // compiled on demand
    }
    await guarded.close()
    expect(guarded.outside).toEqual([])
    expect(connections()).toEqual([])
  })

  it('a note that is edited alone: every view has it at once, and after a reload', async () => {
    const context = await (await sharedBrowser()).newContext({ viewport: { width: 1600, height: 1200 } })
    const notes = await Promise.all([ // at the slide where the first window stands, which they follow
      ['/presenter/2', '.slidev-note'],
      ['/notes', '.slidev-note'],
      ['/script', '.script [data-shown] article'],
      ['/handout?print=true&slides=2', '.handout .notes'],
    ].map(async ([address, selector]) => {
      const view = await context.newPage()
      await view.goto(`http://127.0.0.1:${port}${address}`)
      const note = view.locator(selector).first()
      await note.getByText('请大家认真领会').waitFor(SOON)
      return note
    }))
    for (const note of notes)
      await note.evaluate(() => Object.assign(window, { stayed: true }))
    await change('slides.md', '请大家认真领会', '请各位用心领会')
    for (const note of notes) {
      await expect.poll(() => note.textContent(), SOON).toContain('请各位用心领会')
      expect(await note.evaluate(() => 'stayed' in window), 'without a reload').toBe(true)
      await note.page().reload()
      await note.getByText('请各位用心领会').waitFor(SOON)
      expect(await note.textContent()).not.toContain('请大家认真领会')
    }
    await context.close()
  })

  it('shows the next good edit, and has printed no stack', async () => {
    await change('slides.md', 'text: 上学年教育发展情况', 'text: 上学年教育工作')
    await expect.poll(slide, SOON).toContain('上学年教育工作')
    expect(printed).not.toMatch(/^\s+at /m)
    expect(server.exitCode).toBe(null)
  })
}, 400_000)
