import type { Finding } from 'slidev-addon-speech/check/finding'
import { checkLooks } from 'slidev-addon-speech/check/check-looks'
import { beforeAll, describe, expect, it } from 'vitest'
import { deckOfFeatures, features, makeDeckOfFeatures } from '../support/slidev-features'
import { buildIn } from './support/build-variant'

const works = features.filter(({ refused }) => !refused)

describe('what Slidev offers to a slide looks like this deck, built', () => {
  let findings: Finding[]
  beforeAll(async () => {
    const folder = makeDeckOfFeatures('features', deckOfFeatures(works))
    findings = await checkLooks(folder, buildIn(folder))
  })

  it.each(works.map((feature, index) => ({ ...feature, page: index + 2 })))('$group: $name', ({ page, seen }) => {
    const said = findings.filter(({ slide }) => slide?.page === page).map(({ message }) => message)
    expect(said).toEqual(seen ? [expect.stringContaining(seen)] : [])
  })
})
