import type { StaticServer } from 'slidev-addon-speech/browser/static-server'
import type { Camera, Pictures } from './support/pictures'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { root } from 'slidev-addon-speech/deck'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openCamera, SAME } from './support/pictures'

/** Two renderers smooth the edges of letters differently */
const SAME_ON_PAPER = 0.015
const PDF = '.cache/same-picture.pdf'
const OTHER_BASE = '.cache/same-picture/x'

const run = promisify(execFile)

let camera: Camera
let built: Pictures

beforeAll(async () => {
  camera = await openCamera()
  built = await camera.picturesOf(inject('deckUrl'))
})
afterAll(() => camera?.context.close())

/** The steps at which an output differs from the build */
const differences = (pictures: Pictures, bound: number) => camera.differences(built, pictures, bound)

// for the development server see dev-server.test.ts
describe('every slide at every click looks as in the build', () => {
  it('has been photographed', () => {
    expect(built.size).toBeGreaterThan(13)
    expect(new Set(built.values()).size).toBe(built.size)
  })

  it('in the single file', async () => {
    expect(await differences(await camera.picturesOf(`${inject('deckFile')}#`), SAME)).toEqual([])
  })

  describe('under a base of its own', () => {
    let server: StaticServer
    beforeAll(async () => {
      await run(process.execPath, [`${root}/node_modules/@slidev/cli/bin/slidev.mjs`, 'build', '--base', '/x/', '--out', OTHER_BASE], { env: { ...process.env, NODE_ENV: 'production' } })
      server = await serveFolder(dirname(OTHER_BASE), { single: 'x/index.html' })
    })
    afterAll(() => server?.close())

    it('on the server', async () => {
      expect(await differences(await camera.picturesOf(`${server.url}/x`), SAME)).toEqual([])
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
      const { canvas, context } = (pdf as any).canvasFactory.create(960, 540)
      await page.render({ canvas, canvasContext: context, viewport: page.getViewport({ scale: 960 / page.view[2] }) }).promise
      pages.set(step, canvas.toDataURL('image/png'))
    }
    expect(await differences(pages, SAME_ON_PAPER)).toEqual([])
  })
})
