import type { Document, Element } from '@xmldom/xmldom'
import type { Deck } from 'slidev-addon-speech/deck'
import type { Faces } from './faces'
import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { paragraphsOf } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'

export interface FinishedPptx {
  data: Uint8Array
  /** Pages on which something is a picture, from 1 */
  withPictures: number[]
  /** Faces that the file names and does not hold */
  faces: string[]
}

/** How Slidev describes what it could draw only as a picture */
const DRAWN_AS_PICTURE = /descr="Rendered as an image because of CSS [^"]*"/g

/**
 * Slidev's PowerPoint file with the notes as every other output prints them, without their marks of Markdown, and with faces
 * that computers have: a file of PowerPoint names its faces and holds none.
 *
 * @param pptx as `slidev export` writes it
 * @param deck whose notes it holds
 * @param faces what stands for which
 */
export function finishPptx(pptx: Uint8Array, deck: Pick<Deck, 'slides'>, faces: Faces): FinishedPptx {
  const notes = new Map(deck.slides.flatMap(({ note }) => note ? [[singleSpaced(note), paragraphs(note)]] : []))
  const withPictures: number[] = []
  const named = new Set<string>()
  const files = Object.entries(unzipSync(pptx)).map(([path, data]) => {
    const [, kind, page] = path.match(/^ppt\/(slides|notesSlides)\/\D+(\d+)\.xml$/) ?? []
    if (kind === 'notesSlides')
      return [path, withNote(data, notes)]
    if (kind !== 'slides')
      return [path, data]
    const xml = strFromU8(data)
    if (xml.search(DRAWN_AS_PICTURE) >= 0)
      withPictures.push(Number(page))
    return [path, strToU8(asInTheBrowser(xml).replace(/typeface="([^"+]+)"/g, (_, face: string) => {
      const instead = faces[face] ?? face
      named.add(instead)
      return `typeface="${instead}"`
    }))]
  })
  return { data: zipSync(Object.fromEntries(files)), withPictures: withPictures.sort((one, other) => one - other), faces: [...named].sort() }
}

/** No line wraps but where keep-lines.ts broke it, what is unseen is wholly so, and a picture isn't described in English. */
function asInTheBrowser(slide: string): string {
  return slide
    .replaceAll('<a:bodyPr wrap="square"', '<a:bodyPr wrap="none"')
    .replace(/<a:alpha val="(?:[1-9]\d{0,2}|1000)"\/>/g, '<a:alpha val="0"/>') // in thousandths of a per cent
    .replace(DRAWN_AS_PICTURE, 'descr=""')
}

function paragraphs(note: string): string[] {
  return paragraphsOf(parseNote(note)).map(({ runs }) => runs.map(({ text }) => text).join(''))
}

/** PowerPoint's notes page, its text set anew */
function withNote(data: Uint8Array, notes: Map<string, string[]>): Uint8Array {
  const xml: Document = new DOMParser().parseFromString(strFromU8(data), 'text/xml')
  const body = elements(xml, 'p:sp').find(shape => elements(shape, 'p:ph').some(holder => holder.getAttribute('type') === 'body'))
  const holder = body && elements(body, 'p:txBody')[0]
  if (!holder)
    throw new Error('Slidev no longer writes a slide\'s note where finish-pptx.ts looks for it')
  const written = holder.textContent ?? ''
  if (!written.trim())
    return data
  const words = notes.get(singleSpaced(written))
  if (!words)
    throw new Error('Slidev no longer writes a slide\'s note as finish-pptx.ts expects it')
  for (const paragraph of elements(holder, 'a:p'))
    paragraph.parentNode!.removeChild(paragraph)
  for (const word of words) {
    const [paragraph, run, text] = ['a:p', 'a:r', 'a:t'].map(name => xml.createElementNS(holder.lookupNamespaceURI('a'), name))
    text.appendChild(xml.createTextNode(word))
    run.appendChild(text)
    paragraph.appendChild(run)
    holder.appendChild(paragraph)
  }
  return strToU8(new XMLSerializer().serializeToString(xml))
}

function elements(node: Document | Element, name: string): Element[] {
  return [...node.getElementsByTagName(name)]
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
