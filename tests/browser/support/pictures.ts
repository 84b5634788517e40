import type { Buffer } from 'node:buffer'
import type { BrowserContext, Page } from 'playwright-chromium'
import { pictureName, ready, walk } from 'slidev-addon-speech/browser/stage'
import { sharedBrowser } from './browser'

/** One browser draws the same page twice alike; what is left is a layer of its own or none, at the edges of letters */
export const SAME = 0.001

export function dataUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`
}

/**
 * How far two pictures of 960 × 540 differ, from 0 to 1, on the mean of all points and colours. Runs in a page
 * (`page.evaluate`), which has the decoder.
 *
 * @param sources the two pictures, as addresses
 */
export async function meanDifference(sources: [string, string]): Promise<number> {
  const [one, other] = await Promise.all(sources.map(async (source) => {
    const image = new Image()
    image.src = source
    await image.decode()
    const pen = Object.assign(document.createElement('canvas'), { width: 960, height: 540 }).getContext('2d')!
    pen.drawImage(image, 0, 0, 960, 540)
    return pen.getImageData(0, 0, 960, 540).data
  }))
  return one.reduce((sum, value, index) => sum + Math.abs(value - other[index]), 0) / one.length / 255
}

/** Every slide at every click, by name, from the first to the last */
export type Pictures = Map<string, string>

/** Takes and compares such pictures, in windows of 960 × 540. */
export interface Camera {
  context: BrowserContext
  picturesOf: (url: string) => Promise<Pictures>
  /** The steps at which two outputs differ, each with how far, or which one of them lacks */
  differences: (built: Pictures, pictures: Pictures, bound: number) => Promise<string[]>
}

export async function openCamera(): Promise<Camera> {
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 960, height: 540 }, locale: 'zh-CN', reducedMotion: 'reduce' })
  let judge: Page | undefined
  return {
    context,
    async picturesOf(url) {
      const page = await context.newPage()
      await page.goto(`${url}/1`)
      await ready(page)
      const pictures: Pictures = new Map()
      for await (const step of walk(page, url))
        pictures.set(pictureName(step), dataUrl(await page.screenshot()))
      await page.close()
      return pictures
    },
    async differences(built, pictures, bound) {
      judge ??= await context.newPage()
      const found: string[] = []
      for (const step of new Set([...built.keys(), ...pictures.keys()])) {
        const [one, other] = [built.get(step), pictures.get(step)]
        const difference = one === other ? 0 : one && other ? await judge.evaluate(meanDifference, [one, other] as [string, string]) : 1
        if (difference >= bound)
          found.push(`${step}: ${difference.toFixed(4)}`)
      }
      return found
    },
  }
}
