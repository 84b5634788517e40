import type { Deck } from './support/deck'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseLedger, unknownFigures, written } from '../../facts/ledger'
import { walk } from '../../scripts/lib/stage'
import { openDeck } from './support/deck'

const ledger = parseLedger(readFileSync('facts/figures.yaml', 'utf8'))

/** What the slide on show says, piece by piece: each counter with its unit, each other text, each text alternative */
function piecesOnShow(): { texts: string[], counters: string[] } {
  const layout = document.querySelector('#slideshow > :not([style*="display: none"]) .slidev-layout')!
  const counters = [...layout.querySelectorAll('.stat-counter .figure')].map(figure => figure.textContent.trim())
  const walker = document.createTreeWalker(layout, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement!.closest('.figure'))
      texts.push(walker.currentNode.textContent!.trim())
  }
  const alternatives = [...layout.querySelectorAll('[aria-label]')].map(element => element.getAttribute('aria-label')!)
  return { counters, texts: [...texts, ...alternatives].filter(text => /\d/.test(text)) }
}

describe('what the audience reads', () => {
  let deck: Deck
  const texts: { where: string, text: string }[] = []
  const counters: { where: string, text: string }[] = []

  beforeAll(async () => {
    deck = await openDeck({ reducedMotion: 'no-preference' })
    for await (const { slide, click } of walk(deck.page, deck.url)) {
      const where = `slide ${slide}, click ${click}`
      const pieces = await deck.page.evaluate(piecesOnShow)
      texts.push(...pieces.texts.map(text => ({ where, text })))
      counters.push(...pieces.counters.map(text => ({ where, text })))
    }
  })
  afterAll(() => deck?.close())

  it('has no figure that the ledger lacks', () => {
    const isLabelledValue = (text: string) => ledger.some(({ value }) => String(value) === text)
    const strangers = texts.filter(({ text }) => !isLabelledValue(text) && unknownFigures(text, ledger).length > 0)
    expect(texts.length).toBeGreaterThan(0)
    expect(strangers).toEqual([])
  })

  it('shows every counter at its value and unit in the ledger once it rests', () => {
    const known = new Set(ledger.map(written))
    expect(counters.length).toBeGreaterThan(0)
    expect(counters.filter(({ text }) => !known.has(text))).toEqual([])
  })

  it('includes every derived figure, as it is computed', () => {
    const shown = texts.map(({ text }) => text).join('\n')
    expect(ledger.filter(entry => entry.derived && !shown.includes(written(entry)))).toEqual([])
  })
})
