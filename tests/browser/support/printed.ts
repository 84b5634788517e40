import type { Page } from 'playwright-chromium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What can be compared of a text, wherever a browser sets it: no punctuation, no spaces */
export const letters = (text: string) => text.match(/[\p{Script=Han}\d]/gu)?.join('') ?? ''

export interface PrintedPage {
  /** Points */
  width: number
  height: number
  /** Its words, without punctuation and spaces */
  words: string
}

/** What the browser's own print command gives of the view on show */
export async function printedPages(page: Page): Promise<PrintedPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })), verbosity: 0 }).promise
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => {
    const sheet = await pdf.getPage(index + 1)
    const { items } = await sheet.getTextContent()
    return { width: sheet.view[2], height: sheet.view[3], words: letters(items.map(item => 'str' in item ? item.str : '').join('')) }
  }))
}
