/** The part of subset-font that this project uses; @types/subset-font does not know `keepFeatures` yet. */
declare module 'subset-font' {
  import type { Buffer } from 'node:buffer'

  interface Options {
    targetFormat?: 'sfnt' | 'woff2'
    keepAllGlyphs?: boolean
    keepFeatures?: string[]
    preserveNameIds?: number[]
  }

  export default function subsetFont(font: Buffer, text: string | undefined, options?: Options): Promise<Buffer>
}
