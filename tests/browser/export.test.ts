import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Bookmark } from 'slidev-addon-press/pdf/bookmarks'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { bookmarksOf } from 'slidev-addon-press/pdf/bookmarks'
import { parseLedger, written } from 'slidev-addon-speech/check/ledger'
import { loadDeck } from 'slidev-addon-speech/deck'
import { paragraphsOf } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { plainText } from 'slidev-addon-speech/outline'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDeck } from './support/deck'
import { watchConnections } from './support/network'

const FOLDER = '.cache/export-test'
const ledger = parseLedger(readFileSync('figures.yaml', 'utf8'))
const { slides, headmatter } = await loadDeck()
const hanzi = (text: string) => text.match(/\p{Script=Han}/gu)?.join('') ?? ''

const { env, connections } = watchConnections('export')

function exportDeck(...options: string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/export.ts', ...options], { encoding: 'utf8', stdio: 'pipe', env })
}

async function exportPdf(name: string, ...options: string[]): Promise<PDFDocumentProxy> {
  const file = `${FOLDER}/${name}.pdf`
  exportDeck(...options, '--output', file)
  return openPdf(file)
}

function openPdf(file: string): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, fontExtraProperties: true }).promise
}

function pagesOf<T>(pdf: PDFDocumentProxy, read: (page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => read(await pdf.getPage(index + 1))))
}

/** The texts of each page; `above` leaves out the footer with its page number */
function textsOf(pdf: PDFDocumentProxy, above = 0): Promise<string[][]> {
  return pagesOf(pdf, async (page) => {
    const { items } = await page.getTextContent()
    return items.flatMap(item => 'str' in item && item.transform[5] > above ? [item.str] : [])
  })
}

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
})

describe.each([
  ['without clicks', [], slides.length],
  ['with clicks', ['--with-clicks'], slides.length + 1],
])('the PDF %s', (name, options, leastPages) => {
  const numerals = (text: string) => text.match(/\d[\d,.]*\d|\d/g) ?? []
  const known = new Set(ledger.flatMap(entry => numerals(written(entry))))

  it('has no figure that the ledger lacks, and every figure that a slide counts', async () => {
    const pages = await textsOf(await exportPdf(name, ...options), 48)
    expect(pages.length).toBeGreaterThanOrEqual(leastPages)

    const strangers = pages.flatMap((texts, index) => texts.flatMap(numerals).filter(figure => !known.has(figure)).map(figure => `page ${index + 1}: ${figure}`))
    expect(strangers).toEqual([])

    const printed = pages.map(texts => texts.join(''))
    for (const { value, unit } of slides.flatMap(({ frontmatter }) => frontmatter.figures ?? []))
      expect(printed.some(text => text.includes(`${value}${unit}`)), `${value}${unit}`).toBe(true)
  })
})

describe('the PDF as a document', () => {
  let pdf: PDFDocumentProxy
  beforeAll(async () => {
    pdf = await openPdf(`${FOLDER}/without clicks.pdf`)
  })

  it('says what it is, and in which language', async () => {
    const { info } = await pdf.getMetadata() as { info: any }
    expect(info).toMatchObject({ Title: headmatter.title, Subject: headmatter.info, Author: '', Language: 'zh-CN' })
    expect(String(info.Keywords).split(' ')).toEqual(String(headmatter.keywords).split(','))
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
  })

  it('has one 16:9 page a slide, called by its number', async () => {
    expect(await pagesOf(pdf, async page => page.view)).toEqual(slides.map(() => [0, 0, 1440, 810]))
    expect(await pdf.getPageLabels()).toEqual(slides.map((_, index) => String(index + 1)))
  })

  it('has bookmarks by part, chapter and slide that lead to their pages', async () => {
    const read = async (items: Awaited<ReturnType<PDFDocumentProxy['getOutline']>>): Promise<Bookmark[]> => Promise.all(items.map(async ({ title, dest, items }) => ({
      title,
      slide: await pdf.getPageIndex((dest as [any])[0]) + 1,
      children: await read(items),
    })))
    expect(await read(await pdf.getOutline())).toEqual(bookmarksOf(slides.map(({ index, title, frontmatter }) => ({ page: index + 1, ...frontmatter, title }))))
  })

  it('links the agenda to the parts, and to nothing outside', async () => {
    const links = (await pagesOf(pdf, page => page.getAnnotations())).flat()
    const parts = slides.filter(({ frontmatter }) => frontmatter.layout === 'section').map(({ index }) => index)
    const targets = await Promise.all(links.map(async ({ dest }) => typeof dest === 'string' ? pdf.getDestination(dest) : dest))
    expect(await Promise.all(targets.map(target => target && pdf.getPageIndex(target[0])))).toEqual(parts)
    expect(links.map(({ url }) => url)).toEqual(parts.map(() => undefined))
  })

  describe('is tagged', () => {
    interface Node { role?: string, alt?: string, lang?: string, type?: string, id?: string, children?: Node[] }
    interface TaggedPage { tree: Node, texts: Map<string, string>, drawn: string }
    let pages: TaggedPage[]

    const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)]
    /** The words that a part of the tree stands for, in its order */
    const wordsOf = (node: Node, texts: Map<string, string>) => flat(node).map(({ type, id }) => type === 'content' ? texts.get(id!) ?? '' : '').join('')
    const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

    beforeAll(async () => {
      pages = await pagesOf(pdf, async (page) => {
        const { items } = await page.getTextContent({ includeMarkedContent: true })
        const texts = new Map<string, string>()
        const open: (string | undefined)[] = []
        let drawn = ''
        for (const item of items) {
          if ('str' in item) {
            drawn += item.str
            const id = open.findLast(Boolean)
            if (id)
              texts.set(id, (texts.get(id) ?? '') + item.str)
          }
          else if (item.type === 'endMarkedContent') {
            open.pop()
          }
          else {
            open.push(item.id)
          }
        }
        return { tree: await page.getStructTree() as Node, texts, drawn }
      })
    })

    it('with the title of each slide for its one heading', () => {
      const headings = pages.map(({ tree, texts }) => flat(tree).filter(({ role }) => /^H\d$/.test(role ?? '')).map(heading => [heading.role, bare(wordsOf(heading, texts))]))
      const level = ({ content }: typeof slides[number]) => /^# /m.test(content) ? 'H1' : 'H2'
      expect(headings).toEqual(slides.map(slide => [[level(slide), bare(plainText(slide.title))]]))
    })

    it('with all its words, in the order in which the slide has them', async () => {
      const deck = await openDeck()
      await deck.page.goto(`${deck.url}/print?print=true`)
      await deck.page.waitForFunction(count => document.querySelectorAll('.print-slide-container:has(.slidev-layout)').length === count, slides.length)
      const slidesInOrder = await deck.page.locator('.print-slide-container').evaluateAll(slides => slides.map((slide) => {
        const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
        const texts: string[] = []
        while (walker.nextNode()) {
          // what a picture's alternative stands for, decoration, and what only a screen reader hears, has no words of its own on paper
          const element = walker.currentNode.parentElement!
          if (!element.closest('[role=img], [aria-hidden=true], svg, .sr-only, style, script') && element.checkVisibility())
            texts.push(walker.currentNode.textContent!)
        }
        return texts.join('\n') // a picture may stand between them
      }))
      await deck.close()
      for (const [index, { tree, texts }] of pages.entries()) {
        const read = bare(wordsOf(tree, texts))
        let from = 0
        for (const word of slidesInOrder[index].split(/[^\p{L}\p{N}]+/u).filter(Boolean)) {
          const at = read.indexOf(word, from)
          expect(at, `slide ${index + 1}: “${word}” after “${read.slice(0, from)}”, of “${read}”`).toBeGreaterThanOrEqual(0)
          from = at + word.length
        }
      }
    })

    it('with words for each picture, and for each chart its figures', () => {
      const figures = pages.flatMap(({ tree }) => flat(tree).filter(({ role }) => role === 'Figure'))
      expect(figures.length).toBeGreaterThan(0)
      expect(figures.filter(({ alt }) => !alt?.trim())).toEqual([])

      const alternatives = figures.map(({ alt }) => alt).join('')
      for (const { after } of slides.flatMap(({ frontmatter }) => frontmatter.rows ?? []))
        expect(alternatives).toContain(`提高到${after}`)
    })
  })

  it('embeds its own fonts as TrueType, none as Type 3, and can be searched', async () => {
    const source = readFileSync(`${FOLDER}/without clicks.pdf`)
    expect(source.length).toBeLessThan(1.5e6)
    const fonts = new Set((await pagesOf(pdf, async (page) => {
      await page.getOperatorList()
      const { items } = await page.getTextContent()
      return items.flatMap(item => 'fontName' in item && item.str.trim() ? [page.commonObjs.get(item.fontName)] : [])
    })).flat())
    expect([...fonts].map(({ type, isType3Font, missingFile }) => ({ type, isType3Font, missingFile })))
      .toEqual([...fonts].map(() => ({ type: 'CIDFontType2', isType3Font: false, missingFile: false })))

    const words = (await textsOf(pdf)).flat().join('')
    expect(words).toContain('1.4亿元')
    expect(words).toContain('一本上线')
  })
})

describe('the handout', () => {
  it('has each slide with its whole note, as many on a page as fit, and a bookmark to it', async () => {
    const pdf = await exportPdf('handout', '--handout')
    const pages = (await textsOf(pdf)).map(texts => texts.join(''))
    expect(pages.length).toBeLessThanOrEqual(slides.length * 0.7)
    for (const { index, note = '', frontmatter } of slides) {
      const page = pages.find(page => page.includes(`${index + 1} / ${slides.length}`))!
      expect(hanzi(page), `slide ${index + 1}`).toContain(hanzi(note))
      if (frontmatter.draft)
        expect(page, `slide ${index + 1}`).toContain('拟稿')
    }
    expect(pages.join('').match(/【拟稿】/g)).toHaveLength(slides.filter(({ frontmatter }) => frontmatter.draft).length)
    const [part] = (await pdf.getOutline()).filter(({ items }) => items.length > 0)
    expect(pages[await pdf.getPageIndex((part.dest as [any])[0])]).toContain(part.title.slice(0, 4))
  })

  it('for attendees has three slides a page and none of the notes; nor has the PDF', async () => {
    const lined = await exportPdf('lined', '--handout', '--no-notes')
    expect(lined.numPages).toBe(Math.ceil(slides.length / 3))
    for (const pdf of [lined, await openPdf(`${FOLDER}/with clicks.pdf`)]) {
      const words = hanzi((await textsOf(pdf)).flat().join(''))
      const sentences = slides.flatMap(({ note = '' }) => note.split(/[。！\n]/)).map(hanzi).filter(({ length }) => length > 12)
      expect(sentences.filter(sentence => words.includes(sentence))).toEqual([])
    }
  })
})

describe('a range', () => {
  it('is printed alone, in pages and pictures, with the slides\' own numbers', async () => {
    const pdf = await exportPdf('range', '--range', '6-7,11', '--with-clicks')
    expect(await pdf.getPageLabels()).toEqual(['6', '7', '7-1', '11', '11-1', '11-2'])
    exportDeck('--range', '6-7', '--png', `${FOLDER}/pictures`)
    expect(readdirSync(`${FOLDER}/pictures`)).toEqual(['06.png', '07.png'])
  })
})

it('an export connects to no other computer', () => {
  expect(connections()).toEqual([])
})

describe('an editable PowerPoint file', () => {
  const file = `${FOLDER}/deck.pptx`
  const chosen = slides.filter(({ frontmatter }, index) => index === 0 || frontmatter.stepwise || frontmatter.glyph)
  const pages: string[] = []
  const notes: string[] = []
  let said: string

  beforeAll(() => {
    said = exportDeck('--pptx', file, '--editable', '--fonts', 'Noto Sans SC=黑体', '--range', chosen.map(({ index }) => index + 1).join())
    const files = unzipSync(readFileSync(file))
    const page = (folder: string, number: number) => new TextDecoder().decode(files[`ppt/${folder}${number}.xml`])
    for (let number = 1; `ppt/slides/slide${number}.xml` in files; number++) {
      pages.push(page('slides/slide', number))
      notes.push(paragraphsIn(page('notesSlides/notesSlide', number)).join('\n'))
    }
  })

  function paragraphsIn(xml: string): string[] {
    return xml.split('</a:p>').map(paragraph => [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>|<a:br\/>/g)].map(([, text = '\n']) => text).join(''))
  }

  it('has a page for each slide of the range, its text as text, its lines as Chromium set them', () => {
    expect(pages).toHaveLength(chosen.length)
    for (const [index, { title }] of chosen.entries())
      expect(hanzi(paragraphsIn(pages[index]).join(''))).toContain(hanzi(title!))
    expect(paragraphsIn(pages[0])).toContain('凝心聚力启新程，\n办好人民满意教育')
    expect(pages.join('')).not.toContain('wrap="square"')
  })

  it('has the figures as they are in the end', () => {
    const texts = paragraphsIn(pages[chosen.findIndex(({ frontmatter }) => frontmatter.stepwise)]).join(' ')
    expect(texts).toMatch(/18\s*节/)
    expect(texts).toMatch(/20\s*万/)
  })

  it('has the words of the notes, without the marks of Markdown', () => {
    for (const [index, { note }] of chosen.entries())
      expect(notes[index]).toContain(paragraphsOf(parseNote(note)).map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n'))
    expect(notes.join('')).not.toMatch(/\[click\]|\*\*/)
  })

  it('names only faces that computers have, and those that are asked for', () => {
    const faces = new Set([...pages.join('').matchAll(/typeface="([^"+]+)"/g)].map(([, face]) => face))
    expect([...faces].sort()).toEqual(['Times New Roman', '宋体', '黑体'])
    expect(said).toContain('Times New Roman、宋体、黑体')
  })

  it('says which pages hold what is written by hand, and has its character once', () => {
    expect(said).toMatch(new RegExp(`第 .*\\b${pages.length} 页上手写的字`))
    expect(hanzi(paragraphsIn(pages.at(-1)!).join('')).match(/新/g), 'beside a heading that has it').toHaveLength(1)
  })
})

describe('what goes wrong leaves the last file as it was', () => {
  const file = `${FOLDER}/kept.pdf`
  beforeAll(() => writeFileSync(file, 'the last one'))

  it.each<[string, string[], NodeJS.ProcessEnv, string]>([
    ['a range beyond the deck', ['--range', '10-99'], {}, `共 ${slides.length} 页`],
    ['an unknown option', ['--clicks'], {}, '--help'],
    ['no browser', [], { CHROME_PATH: '/nowhere/chrome' }, 'CHROME_PATH'],
  ])('%s', async (_, options, env, remedy) => {
    const failure = failureOf(() => execFileSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/export.ts', ...options, '--output', file], { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, ...env } }))
    expect(failure).toMatchObject({ status: 1, stderr: expect.stringContaining(remedy) })
    expect(failure?.stderr).not.toMatch(/^ +at /m)
    expect(readFileSync(file, 'utf8')).toBe('the last one')
  })

  it('a place that can\'t be written to', () => {
    mkdirSync(`${FOLDER}/folder.pdf/inside`, { recursive: true })
    const failure = failureOf(() => exportDeck('--range', '1', '--output', `${FOLDER}/folder.pdf`))
    expect(failure).toMatchObject({ status: 1, stderr: expect.stringContaining('folder.pdf 没有写成') })
    expect(readdirSync(FOLDER).filter(name => name.endsWith('.tmp'))).toEqual([])
    expect(existsSync(`${FOLDER}/folder.pdf/inside`)).toBe(true)
  })

  it('ctrl+C', async () => {
    const exporter = spawn(process.execPath, ['--import', 'tsx', 'packages/press/bin/export.ts', '--output', file], { stdio: ['ignore', 'pipe', 'pipe'] })
    await once(exporter.stdout, 'data')
    exporter.kill('SIGINT')
    await once(exporter, 'close')
    expect(exporter.exitCode).not.toBe(0)
    expect(readFileSync(file, 'utf8')).toBe('the last one')
  })
})

function failureOf(run: () => unknown): { status: number, stderr: string } | undefined {
  try {
    run()
  }
  catch (error) {
    return error as { status: number, stderr: string }
  }
}
