import type { BrowserContext, Page } from 'playwright-chromium'
import type { StaticServer } from 'slidev-addon-speech/browser/static-server'
import type { Finding } from 'slidev-addon-speech/check/finding'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { DRAWN } from 'slidev-addon-press/pdf/drawn'
import { printPdf } from 'slidev-addon-press/pdf/print'
import { ready, settle } from 'slidev-addon-speech/browser/stage'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { checkLooks } from 'slidev-addon-speech/check/check-looks'
import { root } from 'slidev-addon-speech/deck'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { agendaOf, AGENDAS, partSlides, sizedSlides } from '../support/layout-sizes'
import { deckOfFeatures, features, makeDeckOfFeatures } from '../support/slidev-features'
import { SOAKING } from '../support/soaking'
import { sharedBrowser } from './support/browser'
import { buildIn } from './support/build-variant'
import { freePort, startDevServer, stopServer } from './support/dev-server'
import { dataUrl, meanDifference } from './support/pictures'

const SIZE = { width: 960, height: 540 }
/** Two renderers smooth the edges of letters differently */
const SAME_ON_PAPER = 0.015

const works = features.filter(({ refused }) => !refused)
const firstSized = works.length + 2
const firstAgenda = firstSized + sizedSlides.length
const slides = [
  deckOfFeatures(works),
  ...sizedSlides.map(({ slide }) => slide),
  ...AGENDAS.map(parts => `---\nlayout: ${agendaOf(parts).layout}\n---\n\n## 今天讲这些意见\n`),
  ...partSlides,
  '---\nlayout: closing\n---\n\n# 谢谢大家\n',
  '---\nlayout: projects\nprojects:\n  - { title: 实验小学, text: 已全部建成使用了，正在逐项验收，验收合格的先行使用 }\n  - { title: 第二小学, text: 改扩建 }\n---\n\n## 学校建设\n',
  `---\nlayout: stat-grid\nstats:\n${['招生', '学位', '座位', '床位'].map(label => `  - { label: ${label}, text: 3—5万个 }`).join('\n')}\n---\n\n## 比上年多\n`,
].join('\n')
const closing = firstAgenda + AGENDAS.length + partSlides.length
const [states, ranges] = [closing + 1, closing + 2]
const total = ranges
const pageOf = (name: string) => works.findIndex(feature => feature.name === name) + 2

let folder: string
let site: string
let server: StaticServer
let context: BrowserContext

beforeAll(async () => {
  folder = makeDeckOfFeatures('features', slides)
  for (const { layout, source } of AGENDAS.map(agendaOf))
    writeFileSync(join(folder, `layouts/${layout}.vue`), source)
  site = buildIn(folder)
  server = await serveFolder(site)
  context = await (await sharedBrowser()).newContext({ viewport: SIZE, locale: 'zh-CN', reducedMotion: 'reduce' })
})
afterAll(() => Promise.all([server?.close(), context?.close()]))

describe('what is seen of', () => {
  let findings: Finding[]
  beforeAll(async () => {
    findings = await checkLooks(folder, site)
  })
  const saidOf = (page: number) => findings.filter(({ slide }) => slide?.page === page).map(({ message }) => message)

  describe('what Slidev offers to a slide looks like this deck, built', () => {
    it.each(works.map(feature => ({ ...feature, page: pageOf(feature.name) })))('$group: $name', ({ page, seen }) => {
      expect(saidOf(page)).toEqual(seen ? [expect.stringContaining(seen)] : [])
    })
  })

  describe('a layout holds two items, and the most that its file speaks of', () => {
    it.each(sizedSlides.map((sized, index) => ({ ...sized, page: firstSized + index })))('$layout: $items', ({ page }) => {
      expect(saidOf(page)).toEqual([])
    })

    it.each(AGENDAS.map((parts, index) => ({ parts, page: firstAgenda + index })))('agenda: $parts', ({ page }) => {
      expect(saidOf(page)).toEqual([])
    })
  })
})

it('what the build of a deck leaves out comes back with the first slide that uses it', () => {
  const scripts = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js')).map(file => readFileSync(join(folder, file), 'utf8')).join('\n')
  expect(scripts(join(root, 'dist'))).not.toMatch(/rough-annotation|v-popper|createDrauu/)
  expect(scripts(site)).toContain('rough-annotation')
})

it('a deck with slides that have no note offers no manuscript', async () => {
  const page = await context.newPage()
  await page.goto(`${server.url}/${closing}`)
  await page.locator('#slideshow .closing-layout h1').waitFor()
  expect(await page.locator('.closing-layout .manuscript-link').count()).toBe(0)
  await page.close()
})

/** Elements of a slide on the page of all slides */
const onSheet = (page: Page, slide: number, selector: string) => page.locator(`.print-slide-container[id^="${String(slide).padStart(3, '0')}-"] ${selector}`)

/** All slides on one page, as they are printed */
async function openPrint(address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${address}/print?print=true`)
  await page.waitForFunction(({ selector, count }) => document.querySelectorAll(selector).length === count && document.fonts.status === 'loaded' && [...document.querySelectorAll('video')].every(video => video.readyState > 0), { selector: DRAWN, count: total })
  return page
}

describe('on a slide without a layout of this deck’s', () => {
  let page: Page
  beforeAll(async () => {
    page = await openPrint(server.url)
  })
  afterAll(() => page?.close())

  const printed = (name: string, selector: string) => onSheet(page, pageOf(name), selector)
  const sizesOn = (name: string, selector: string) => printed(name, selector).evaluateAll(elements => elements.map(element => Number.parseFloat(getComputedStyle(element).fontSize)))

  it.each(['layout default', 'layout two-cols', 'layout two-cols-header', 'layout fact', 'table', 'bulleted list', 'quotation', 'code block'])('a headline is larger than all that stands below it: %s', async (name) => {
    const headlines = await sizesOn(name, ':is(h1, h2)')
    const texts = await sizesOn(name, ':is(p, li, td, th, code, blockquote)')
    expect([headlines.length, texts.length].every(Boolean)).toBe(true)
    expect(Math.min(...headlines)).toBeGreaterThan(Math.max(...texts) * 1.2)
  })

  it.each(['layout center', 'layout image-left', 'layout image-right', 'picture', 'LaTeX block'])('a headline is larger than text: %s', async (name) => {
    const [text] = await sizesOn('layout default', 'p')
    expect(Math.min(...await sizesOn(name, ':is(h1, h2)'))).toBeGreaterThan(text * 1.2)
  })

  it('all bars of before-after are as long as their figures say, on one scale', async () => {
    const number = firstSized + sizedSlides.findIndex(({ layout, items }) => layout === 'before-after' && items > 3)
    const perUnit = await onSheet(page, number, '.bar').evaluateAll(bars =>
      bars.map(bar => Number.parseFloat(getComputedStyle(bar, '::before').width) / Number(bar.querySelector('b')!.textContent)))
    expect(perUnit.length).toBeGreaterThan(6)
    expect(Math.max(...perUnit) / Math.min(...perUnit)).toBeLessThan(1.01)
  })

  it('a range stays on one line among the results of stat-grid', async () => {
    const lines = await onSheet(page, ranges, '.words b').evaluateAll(elements => elements.map(({ firstChild }) => {
      const range = document.createRange()
      range.selectNodeContents(firstChild!)
      return range.getClientRects().length
    }))
    expect(lines).toEqual([1, 1, 1, 1])
  })

  it('no line of a long state of projects begins with a mark', async () => {
    const heads = await onSheet(page, states, '.state').first().evaluate(({ firstChild }) => {
      const range = document.createRange()
      const lines = new Map<number, string>()
      for (const { index, 0: character } of firstChild!.textContent!.matchAll(/\S/g)) {
        range.setStart(firstChild!, index)
        range.setEnd(firstChild!, index + 1)
        const { bottom } = range.getBoundingClientRect()
        lines.set(bottom, lines.get(bottom) ?? character)
      }
      return [...lines.values()]
    })
    expect(heads.length).toBeGreaterThan(1)
    expect(heads.filter(head => '，、；。'.includes(head))).toEqual([])
  })

  it('two columns begin on one level below the headline', async () => {
    const tops = await printed('layout two-cols', 'p').evaluateAll(texts => texts.map(text => Math.round(text.getBoundingClientRect().top)))
    expect(tops).toHaveLength(2)
    expect(tops[0]).toBe(tops[1])
  })

  it('code is nearly as large as text', async () => {
    const [text] = await sizesOn('layout default', 'p')
    const code = await sizesOn('code block', '.line span')
    expect(code.length).toBeGreaterThan(0)
    expect(Math.min(...code)).toBeGreaterThan(text * 0.8)
  })

  it('each item of a list has its mark, in sight', async () => {
    const squares = await printed('bulleted list', 'ul > li').evaluateAll(items => items.map((item) => {
      const { content, width, height, backgroundColor } = getComputedStyle(item, '::before')
      return content !== 'none' && Number.parseFloat(width) * Number.parseFloat(height) > 100 && backgroundColor
    }))
    expect(squares).toEqual(['rgb(18, 48, 90)', 'rgb(18, 48, 90)', 'rgb(18, 48, 90)'])
    expect(await printed('numbered list', 'ol > li').evaluateAll(items => items.map(item => getComputedStyle(item).listStyleType))).toEqual(['decimal', 'decimal'])
  })

  it('a mark by hand is there after its click, for those who asked for less motion too', async () => {
    const shown = await context.newPage()
    await shown.goto(`${server.url}/${pageOf('v-mark')}`)
    await settle(shown)
    await shown.keyboard.press('PageDown')
    const lines = shown.locator('.rough-annotation path')
    await expect.poll(() => lines.count()).toBeGreaterThan(0)
    await settle(shown)
    expect(new Set(await lines.evaluateAll(lines => lines.map(line => getComputedStyle(line).strokeDashoffset)))).toEqual(new Set(['0px']))
    await shown.close()
  })
})

describe('in one file, in dev and in the PDF it is the same as in the build:', () => {
  let file: string
  beforeAll(() => {
    process.env.DECK_SINGLE_FILE = '1'
    try {
      file = pathToFileURL(join(buildIn(folder, '.cache/portable', '--router-mode', 'hash'), 'index.html')).href
    }
    finally {
      delete process.env.DECK_SINGLE_FILE
    }
  })

  /** Where each element of the printed slides stands, and how it looks, slide by slide */
  async function elementsOf(address: string): Promise<string[][]> {
    const page = await openPrint(address)
    const slides = await page.evaluate(() => [...document.querySelectorAll('.print-slide-container')].map((slide) => {
      const origin = slide.getBoundingClientRect()
      return [...slide.querySelectorAll('*')].filter(element => !element.closest('svg, style, wbr, .mermaid') && element.checkVisibility()).map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        const { color, backgroundColor, fontFamily, fontSize, fontWeight, lineHeight, padding, margin, borderWidth, opacity, listStyleType } = getComputedStyle(element)
        const box = [left - origin.left, top - origin.top, width, height].map(Math.round)
        return [element.tagName, ...box, color, backgroundColor, fontFamily, fontSize, fontWeight, lineHeight, padding, margin, borderWidth, opacity, listStyleType].join(' ')
      })
    }))
    await page.close()
    return slides
  }

  /** What stands elsewhere than in the build, or looks otherwise */
  async function differencesAt(address: string, besides: string[] = []): Promise<string[]> {
    const [built, other] = [await elementsOf(server.url), await elementsOf(address)]
    expect(built).toHaveLength(total)
    const passedOver = ['magic move', 'v-motion', ...besides].map(pageOf) // the first two are caught at another moment each
    return built.flatMap((elements, index) => passedOver.includes(index + 1)
      ? []
      : elements.flatMap((element, place) => element === other[index]?.[place] ? [] : [`${index + 1}: ${element} is ${other[index]?.[place]}`]))
  }

  it('it has its pictures, sounds and files with it', async () => {
    const asked: string[] = []
    const ask = (request: { url: () => string }) => asked.push(request.url())
    context.on('request', ask)
    const page = await openPrint(`${file}#`)
    const embedded = (name: string, selector: string, read: (element: any) => string) => onSheet(page, pageOf(name), selector).first().evaluate(read)
    for (const name of ['picture', 'layout image-right', 'layout image', 'a picture of a scoped style'])
      expect.soft(await embedded(name, ':is(img, .scene, [style*="background"])', element => element.currentSrc || getComputedStyle(element).backgroundImage), name).toMatch(/^(?:url\(")?data:image\/png/)
    expect(await embedded('link to a file, as a tag', 'a[download]', link => link.href)).toMatch(/^data:image\/png/)
    await expect.poll(() => embedded('audio', 'audio', sound => String(sound.duration > 0))).toBe('true')
    context.off('request', ask)
    await page.close()
    expect(asked.filter(url => url.split('#')[0].split('?')[0] !== file && !/^(?:data|blob):/.test(url))).toEqual([])
  })

  it('every element of every slide, on the way to the printer', async () => {
    expect((await differencesAt(`${file}#`)).slice(0, 5)).toEqual([])
  })

  it.runIf(SOAKING)('every element of every slide, from the development server', async () => {
    const port = await freePort()
    const { server: dev } = await startDevServer(port, [], process.env, folder)
    onTestFinished(() => stopServer(dev))
    // Vite serves nothing from outside the deck's folder, where this copy's node_modules, and with them the faces of formulas, lie
    const formulas = works.filter(({ slide }) => slide.includes('$')).map(({ name }) => name)
    expect((await differencesAt(`http://localhost:${port}`, formulas)).slice(0, 5)).toEqual([])
  })

  describe('what is drawn while the slide is shown', () => {
    const NAMES = ['Mermaid', 'v-mark', 'video', 'LaTeX block', 'code block']

    async function picturesOf(address: string): Promise<{ pictures: string[], violations: string[] }> {
      const page = await context.newPage()
      const violations: string[] = []
      page.on('console', message => /Content Security Policy/.test(message.text()) && violations.push(message.text()))
      const pictures: string[] = []
      for (const name of NAMES) {
        await page.goto(`${address}/${pageOf(name)}?clicks=9`)
        await page.reload()
        await ready(page)
        await settle(page)
        pictures.push(dataUrl(await page.screenshot()))
      }
      await page.close()
      return { pictures, violations }
    }

    it('is let by the policy, and not black', async () => {
      const built = await picturesOf(server.url)
      const single = await picturesOf(`${file}#`)
      expect([...built.violations, ...single.violations]).toEqual([])

      const { pdf } = await printPdf({ site, sheet: 'slides', withClicks: false, slides: NAMES.map(pageOf) })
      const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
      const judge = await context.newPage()
      for (const [index, name] of NAMES.entries()) {
        const page = await document.getPage(index + 1)
        const { canvas, context: pen } = (document as any).canvasFactory.create(SIZE.width, SIZE.height)
        await page.render({ canvas, canvasContext: pen, viewport: page.getViewport({ scale: SIZE.width / page.view[2] }) }).promise
        const printed = canvas.toDataURL('image/png')
        for (const other of [single.pictures[index], printed])
          expect.soft(await judge.evaluate(meanDifference, [built.pictures[index], other] as [string, string]), name).toBeLessThan(SAME_ON_PAPER)
      }
      await judge.close()
    })
  })
})
