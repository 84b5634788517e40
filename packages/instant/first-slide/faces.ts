import type { Buffer } from 'node:buffer'
import type { Rollup } from 'vite'
import { Buffer as Bytes } from 'node:buffer'
import postcss from 'postcss'

/** A font file that a style sheet of the build names */
export interface Face {
  family: string
  weight: number
  font: Buffer
}

/**
 * The faces of a build that are worth cutting down to the first slide's glyphs. Those with a `unicode-range` are parts of
 * a font already, and those below this many bytes come about as fast as their glyphs would.
 */
const WORTH_CUTTING = 40_000

/**
 * The faces that the style sheets name and the build holds.
 *
 * @param sheets the style sheets of the whole deck
 * @param bundle files of the build
 */
export function facesOf(sheets: string[], bundle: Rollup.OutputBundle): Face[] {
  const faces: Face[] = []
  postcss.parse(sheets.join('\n')).walkAtRules('font-face', (rule) => {
    const said = Object.fromEntries(rule.nodes?.flatMap(node => node.type === 'decl' ? [[node.prop, node.value]] : []) ?? [])
    const font = fileAt(said.src?.match(/url\(["']?([^"')]+)/)?.[1] ?? '', bundle)
    const style = said['font-style'] ?? 'normal'
    if (font && font.length > WORTH_CUTTING && !said['unicode-range'] && style === 'normal')
      faces.push({ family: unquoted(said['font-family']), weight: weightOf(said['font-weight'] ?? 'normal'), font })
  })
  return faces
}

function fileAt(address: string, bundle: Rollup.OutputBundle): Buffer | undefined {
  const [, data] = address.match(/^data:[^,]*;base64,(.*)$/) ?? []
  if (data)
    return Bytes.from(data, 'base64')
  const file = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.woff2') && address.endsWith(`/${fileName.split('/').at(-1)}`))
  return file?.type === 'asset' ? Bytes.from(file.source) : undefined
}

/** A font's weight as a number */
export function weightOf(fontWeight: string): number {
  return { normal: 400, bold: 700 }[fontWeight] ?? Number.parseFloat(fontWeight)
}

/** A family's name as it is, without the marks that CSS may put around it */
export function unquoted(family: string): string {
  return family.trim().replaceAll(/["']/g, '')
}
