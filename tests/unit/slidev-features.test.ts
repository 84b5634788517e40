import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDeck } from 'slidev-addon-speech/check/check-deck'
import { reportOf } from 'slidev-addon-speech/check/finding'
import { beforeAll, expect, it } from 'vitest'
import { deckOfFeatures, features, makeDeckOfFeatures } from '../support/slidev-features'

let folder: string
beforeAll(() => {
  folder = makeDeckOfFeatures('refused-features', deckOfFeatures([]))
})

it.each(features.filter(({ refused }) => refused))('$name is refused by the check, on its slide, with what to do', async (feature) => {
  writeFileSync(join(folder, 'slides.md'), deckOfFeatures([feature]))
  const findings = await checkDeck(folder)
  expect(findings, reportOf(findings)).toHaveLength(1)
  expect(findings[0]).toMatchObject({ file: 'slides.md', slide: { page: 2 }, message: expect.stringContaining(feature.refused!) })
  expect(findings[0].message).toMatch(/请|是不是/)
})

it('everything else is content with the check', async () => {
  writeFileSync(join(folder, 'slides.md'), deckOfFeatures(features.filter(({ refused }) => !refused)))
  const findings = await checkDeck(folder)
  expect(findings, reportOf(findings)).toEqual([])
})

it('the table for readers has each of them', () => {
  const rows = readFileSync('docs/slidev-features.md', 'utf8').split('\n')
  for (const { name, refused, seen } of features)
    expect(rows.some(row => row.startsWith(`| ${name} |`) && row.includes(refused ?? seen ?? '| works |')), name).toBe(true)
})
