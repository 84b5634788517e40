import type { Buffer } from 'node:buffer'
import { Blob, Face } from 'harfbuzzjs'
import subsetFont from 'subset-font'

/** Opens a font file of any format, to ask what it covers or how it shapes a text. */
export async function openFace(font: Buffer): Promise<Face> {
  const { buffer, byteOffset, byteLength } = await subsetFont(font, undefined, { targetFormat: 'sfnt', keepAllGlyphs: true })
  return new Face(new Blob(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer))
}
