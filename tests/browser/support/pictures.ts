import type { Buffer } from 'node:buffer'

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
