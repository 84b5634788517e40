import type { LedgerEntry } from 'slidev-addon-speech/check/ledger'
import { unknownFigures, written } from 'slidev-addon-speech/check/ledger'

export interface ShownFigures {
  /** Each counter's figure with its unit */
  counters: string[]
  /** Every other text with a digit, and every text alternative */
  texts: string[]
}

/** What the slide on show says to readers; runs in the page */
export function shownFigures(): ShownFigures {
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

/** Counters that are not at a value and unit of the ledger */
export function wrongCounters(counters: string[], ledger: LedgerEntry[]): string[] {
  const known = new Set(ledger.map(written))
  return counters.filter(counter => !known.has(counter))
}

/** Texts with a figure that the ledger lacks; a value alone may have its unit beside it */
export function wrongTexts(texts: string[], ledger: LedgerEntry[]): string[] {
  return texts.filter(text => !ledger.some(({ value }) => String(value) === text) && unknownFigures(text, ledger).length > 0)
}
