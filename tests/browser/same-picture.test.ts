import type { ChildProcess } from 'node:child_process'
import type { BrowserContext, Page } from 'playwright-chromium'
import type { StaticServer } from 'slidev-addon-speech/browser/static-server'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pictureName, ready, walk } from 'slidev-addon-speech/browser/stage'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { root } from 'slidev-addon-speech/deck'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { copyTalkTo } from '../support/talk'
import { sharedBrowser } from './support/browser'
import { freePort, startDevServer, stopServer } from './support/dev-server'
import { dataUrl, meanDifference, SAME } from './support/pictures'

const SIZE = { width: 960, height: 540 }
/** Two renderers smooth the edges of letters differently */
const SAME_ON_PAPER = 0.015
const PDF = '.cache/same-picture.pdf'
const OTHER_BASE = '.cache/same-picture/x'

type Pictures = Map<string, string>
const run = promisify(execFile)

let context: BrowserContext
let judge: Page
let built: Pictures

beforeAll(async () => {
  context = await (await sharedBrowser()).newContext({ viewport: SIZE, locale: 'zh-CN', reducedMotion: 'reduce' })
  judge = await context.newPage()
  built = await picturesOf(inject('deckUrl'))
})
afterAll(() => context?.close())

/** Every slide and click, by name, from the first to the last */
async function picturesOf(url: string): Promise<Pictures> {
  const page = await context.newPage()
  await page.goto(`${url}/1`)
  await ready(page)
  const pictures: Pictures = new Map()
  for await (const step of walk(page, url))
    pictures.set(pictureName(step), dataUrl(await page.screenshot()))
  await page.close()
  return pictures
}

/** The steps at which two outputs differ, each with how far, or which one of them lacks */
async function differences(pictures: Pictures, bound: number): Promise<string[]> {
  const found: string[] = []
  for (const step of new Set([...built.keys(), ...pictures.keys()])) {
    const [one, other] = [built.get(step), pictures.get(step)]
    const difference = one === other ? 0 : one && other ? await judge.evaluate(meanDifference, [one, other] as [string, string]) : 1
    if (difference >= bound)
      found.push(`${step}: ${difference.toFixed(4)}`)
  }
  return found
}

describe('every slide at every click looks as in the build', () => {
  it('has been photographed', () => {
    expect(built.size).toBeGreaterThan(13)
    expect(new Set(built.values()).size).toBe(built.size)
  })

  it('in the single file', async () => {
    expect(await differences(await picturesOf(`${inject('deckFile')}#`), SAME)).toEqual([])
  })

  describe('under a base of its own', () => {
    let server: StaticServer
    beforeAll(async () => {
      await run(process.execPath, [`${root}/node_modules/@slidev/cli/bin/slidev.mjs`, 'build', '--base', '/x/', '--out', OTHER_BASE], { env: { ...process.env, NODE_ENV: 'production' } })
      server = await serveFolder(dirname(OTHER_BASE), { single: 'x/index.html' })
    })
    afterAll(() => server?.close())

    it('on the server', async () => {
      expect(await differences(await picturesOf(`${server.url}/x`), SAME)).toEqual([])
    })
  })

  describe('while it is edited', () => {
    let server: ChildProcess
    let url: string
    beforeAll(async () => {
      // two dev servers in one folder would share Vite's cache, and one that fills it reloads the windows of both
      const folder = join(root, '.cache/variants/same-picture')
      copyTalkTo(folder)
      const port = await freePort()
      ;({ server } = await startDevServer(port, [], process.env, folder))
      url = `http://127.0.0.1:${port}`
    })
    afterAll(() => stopServer(server))

    it('on the dev server', async () => {
      await picturesOf(url) // it compiles a slide when it is first asked for
      expect(await differences(await picturesOf(url), SAME)).toEqual([])
    })
  })

  it('in the PDF', async () => {
    await run(process.execPath, ['--import', 'tsx', 'packages/press/bin/export.ts', '--with-clicks', '--output', PDF])
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(PDF)), verbosity: 0 }).promise
    const steps = [...built.keys()]
    expect(pdf.numPages).toBe(steps.length)
    const pages: Pictures = new Map()
    for (const [index, step] of steps.entries()) {
      const page = await pdf.getPage(index + 1)
      const { canvas, context } = (pdf as any).canvasFactory.create(SIZE.width, SIZE.height)
      await page.render({ canvas, canvasContext: context, viewport: page.getViewport({ scale: SIZE.width / page.view[2] }) }).promise
      pages.set(step, canvas.toDataURL('image/png'))
    }
    expect(await differences(pages, SAME_ON_PAPER)).toEqual([])
  })
})
