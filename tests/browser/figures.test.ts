import type { Deck } from './support/deck'
import { readFileSync } from 'node:fs'
import { walk } from 'slidev-addon-speech/browser/stage'
import { parseLedger, written } from 'slidev-addon-speech/check/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownFigures, wrongCounters, wrongTexts } from '../monkey/shown-figures'
import { openDeck } from './support/deck'

const ledger = parseLedger(readFileSync('figures.yaml', 'utf8'))

describe('what the audience reads', () => {
  let deck: Deck
  const texts: string[] = []
  const counters: string[] = []
  const wrong: string[] = []

  beforeAll(async () => {
    deck = await openDeck({ reducedMotion: 'no-preference' })
    for await (const { slide, click } of walk(deck.page, deck.url)) {
      const shown = await deck.page.evaluate(shownFigures)
      texts.push(...shown.texts)
      counters.push(...shown.counters)
      wrong.push(...[...wrongTexts(shown.texts, ledger), ...wrongCounters(shown.counters, ledger)].map(text => `slide ${slide}, click ${click}: ${text}`))
    }
  })
  afterAll(() => deck?.close())

  it('has no figure that the ledger lacks, and every counter at its value and unit there once it rests', () => {
    expect(texts.length).toBeGreaterThan(0)
    expect(counters.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  it('includes every derived figure, as it is computed', () => {
    const shown = texts.join('\n')
    expect(ledger.filter(entry => entry.derived && !shown.includes(written(entry)))).toEqual([])
  })
})
