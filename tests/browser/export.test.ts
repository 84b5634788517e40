import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { parseLedger, written } from '../../facts/ledger'
import { requireBrowser } from '../../scripts/lib/browser'
import { loadDeck } from '../../scripts/lib/deck'

const ledger = parseLedger(readFileSync('facts/figures.yaml', 'utf8'))
const { slides } = await loadDeck()

/** The texts of each page, but for the footer's page number */
async function exportPdf(...options: string[]): Promise<string[][]> {
  const file = `.cache/export-test/deck${options.join('')}.pdf`
  mkdirSync('.cache/export-test', { recursive: true })
  execFileSync(process.execPath, [
    'node_modules/@slidev/cli/bin/slidev.mjs',
    'export',
    ...['--executable-path', requireBrowser(), '--output', file, '--timeout', '120000', '--wait', '5000'], // without a wait, a busy machine prints blank pages,
    ...options,
  ], { stdio: 'pipe' })

  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)) }).promise
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent()
    return items.flatMap(item => 'str' in item && item.transform[5] > 48 ? [item.str] : [])
  }))
}

describe.each([
  ['without clicks', [], slides.length],
  ['with clicks', ['--with-clicks'], slides.length + 1],
])('the PDF %s', (_, options, leastPages) => {
  const numerals = (text: string) => text.match(/\d[\d,.]*\d|\d/g) ?? []
  const known = new Set(ledger.flatMap(entry => numerals(written(entry))))

  it('has no figure that the ledger lacks, and every figure that a slide counts', async () => {
    const pages = await exportPdf(...options)
    expect(pages.length).toBeGreaterThanOrEqual(leastPages)

    const strangers = pages.flatMap((texts, index) => texts.flatMap(numerals).filter(figure => !known.has(figure)).map(figure => `page ${index + 1}: ${figure}`))
    expect(strangers).toEqual([])

    const printed = pages.map(texts => texts.join(''))
    for (const { frontmatter: { value, unit } } of slides.filter(({ frontmatter }) => frontmatter.value !== undefined))
      expect(printed.some(text => text.includes(`${value}${unit}`)), `${value}${unit}`).toBe(true)
  })
})
