import type { PDFRef } from 'pdf-lib'
import type { Bookmark } from './bookmarks'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from 'pdf-lib'

export interface DocumentFacts {
  title: string
  author?: string
  subject?: string
  keywords?: string[]
  /** When it was made last, so that equal decks give equal files; now, if not known */
  date?: Date
  /** BCP 47 */
  language: string
  bookmarks: Bookmark[]
  pages: NamedPages | FlowingPages
}

/** Pages with a step of a slide on each */
interface NamedPages {
  /** What each page is called: `7`, or `7-1` after its first click */
  labels: string[]
  /** Index of the page where a slide stands first; -1 if it isn't printed */
  ofSlide: (slide: number) => number
}

/** Pages that hold what fits on them */
interface FlowingPages {
  /** Name of the destination that the browser gave a slide in the PDF, for a link to it; none if it isn't printed */
  destinationOf: (slide: number) => string
}

/** What a browser's PDF lacks as a document: metadata, bookmarks and page labels. */
export async function finishPdf(printed: Uint8Array, facts: DocumentFacts): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed)
  const date = facts.date ?? new Date()
  pdf.setCreationDate(date)
  pdf.setModificationDate(date)
  pdf.setTitle(facts.title, { showInWindowTitleBar: true })
  pdf.setAuthor(facts.author ?? '')
  pdf.setSubject(facts.subject ?? '')
  pdf.setKeywords(facts.keywords ?? [])
  pdf.setLanguage(facts.language)
  pdf.setCreator('Slidev')

  addBookmarks(pdf, facts.bookmarks, slide => destination(pdf, facts.pages, slide))
  if ('labels' in facts.pages) {
    pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({
      Nums: facts.pages.labels.flatMap((label, index) => [PDFNumber.of(index), pdf.context.obj({ P: PDFHexString.fromText(label) })]),
    }))
  }
  return pdf.save()
}

function destination(pdf: PDFDocument, pages: DocumentFacts['pages'], slide: number): PDFArray | undefined {
  if ('destinationOf' in pages)
    return pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.lookupMaybe(PDFName.of(pages.destinationOf(slide)), PDFArray)
  const page = pdf.getPages()[pages.ofSlide(slide)]
  return page && pdf.context.obj([page.ref, 'Fit'])
}

type Destination = (slide: number) => PDFArray | undefined

/** PDF 32000-1, 12.3.3: a tree of doubly linked items, all closed but the parts. */
function addBookmarks(pdf: PDFDocument, bookmarks: Bookmark[], destination: Destination) {
  const root = pdf.context.nextRef()
  const { first, last, count } = addLevel(bookmarks, root)
  if (!first || !last)
    return
  pdf.context.assign(root, pdf.context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }))
  pdf.catalog.set(PDFName.of('Outlines'), root)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))

  function addLevel(level: Bookmark[], parent: PDFRef): { first?: PDFRef, last?: PDFRef, count: number } {
    const items = level.filter(isPrinted).map(bookmark => ({ bookmark, ref: pdf.context.nextRef() }))
    items.forEach(({ bookmark, ref }, index) => {
      const children = addLevel(bookmark.children, ref)
      pdf.context.assign(ref, pdf.context.obj({
        Title: PDFHexString.fromText(bookmark.title),
        Parent: parent,
        Dest: destination(firstPrinted(bookmark)!)!,
        ...items[index - 1] && { Prev: items[index - 1].ref },
        ...items[index + 1] && { Next: items[index + 1].ref },
        ...children.first && { First: children.first, Last: children.last, Count: -children.count },
      }))
    })
    return { first: items[0]?.ref, last: items.at(-1)?.ref, count: items.length }
  }

  /** A part may be printed without its divider. */
  function firstPrinted({ slide, children }: Bookmark): number | undefined {
    return destination(slide) ? slide : children.map(firstPrinted).find(Boolean)
  }

  function isPrinted(bookmark: Bookmark): boolean {
    return firstPrinted(bookmark) !== undefined
  }
}
