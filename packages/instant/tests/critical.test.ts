import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { paintingOf } from '../first-slide/critical'

const FACES = [{ family: 'A', weight: 400, font: Buffer.alloc(0) }, { family: 'B', weight: 400, font: Buffer.alloc(0) }]

it('keeps the order of all cascade layers where the first slide takes rules of a few', () => {
  const sheet = '@layer low,middle,high;@layer high{p{font-family:B}}@layer middle{.elsewhere{margin:0}}@layer low{p{font-family:A}}'
  const { css, glyphs } = paintingOf('<p>words</p>', [sheet], FACES)
  expect(css).toMatch(/^@layer low,middle,high;/)
  expect(css).not.toContain('elsewhere')
  expect([...glyphs].map(([{ family }, text]) => [family, text])).toEqual([['B', 'words']])
})
