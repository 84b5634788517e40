import type { Buffer } from 'node:buffer'
import subsetFont from 'subset-font'

/**
 * The OpenType features that Chinese typesetting needs. `liga` joins —— into one dash, `halt` and `chws` let the browser
 * squeeze punctuation. Keeping every feature instead would pull in some 400 alternate glyphs that nobody asks for.
 */
export const features = ['ccmp', 'locl', 'liga', 'kern', 'mark', 'halt', 'palt', 'chws', 'vert', 'vhal', 'vpal', 'vkrn', 'vchw']

/** Licence and licence address in the font's own name table, beside the copyright, which is always kept */
const licenceNames = [13, 14]

/** Cuts a font down to the characters of a text, as woff2. */
export function subset(font: Buffer, text: string): Promise<Buffer> {
  return subsetFont(font, text, { targetFormat: 'woff2', keepFeatures: features, preserveNameIds: licenceNames })
}
