/** Id of the block of data in which `npm run portable -- --with-pdf` puts the PDF, as base64 */
export const PDF_BLOCK = 'deck-pdf'

/** The address of the PDF that came with the page; nothing where none did. */
export function embeddedPdf(): string | undefined {
  const base64 = document.getElementById(PDF_BLOCK)?.textContent
  if (!base64)
    return undefined
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
}
