/**
 * Pictures of the built deck: every slide and click as PNG in `gallery/`, one contact sheet for the README,
 * and one small picture for each layout with its page in the docs.
 */
import type { Buffer } from 'node:buffer'
import type { Browser, Page } from 'playwright-chromium'
import type { Step } from 'slidev-addon-speech/browser/stage'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { pictureName, walk } from 'slidev-addon-speech/browser/stage'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { loadDeck } from 'slidev-addon-speech/deck'
import { buildSite } from 'slidev-addon-speech/site'
import { inChinese, layoutPage, readLayouts } from './layout-page'

const PICTURES = 'gallery'
const CONTACT_SHEET = 'docs/gallery.jpg'
const CONTACT_SHEET_LIMIT = 600_000
const LAYOUT_PICTURES = 'docs/layouts'

const server = await serveFolder(buildSite())
const browser = await launchBrowser()
try {
  const pictures = await takePictures(browser, server.url)
  await makeContactSheet(browser, pictures)
  await describeLayouts(browser, pictures)
}
finally {
  await browser.close()
  await server.close()
}

/** @returns each slide's picture as it stands in the end, in order */
async function takePictures(browser: Browser, url: string): Promise<Buffer[]> {
  empty(PICTURES)
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', reducedMotion: 'reduce' })
  const final: Buffer[] = []
  for await (const step of walk(page, url)) {
    const picture = await page.screenshot({ path: `${PICTURES}/${pictureName(step)}.png` })
    if (isFinal(step))
      final.push(picture)
  }
  await page.close()
  console.log(`${PICTURES}/  ${final.length} slides`)
  return final
}

async function makeContactSheet(browser: Browser, pictures: Buffer[]) {
  const page = await browser.newPage({ viewport: { width: 2560, height: 100 } })
  await page.setContent(`
    <style>body { display: grid; grid-template-columns: repeat(5, 1fr); gap: 16px; margin: 16px; background: #7c8794 } img { width: 100% }</style>
    ${pictures.map(image).join('')}
  `)
  let quality = 85
  let sheet: Buffer
  do
    sheet = await page.screenshot({ fullPage: true, type: 'jpeg', quality: quality -= 5 })
  while (sheet.length > CONTACT_SHEET_LIMIT)
  writeFileSync(CONTACT_SHEET, sheet)
  await page.close()
  console.log(`${CONTACT_SHEET}  ${Math.round(sheet.length / 1000)} kB`)
}

/** A layout is shown by the first slide that uses it. */
async function describeLayouts(browser: Browser, pictures: Buffer[]) {
  const { slides } = await loadDeck()
  const examples = readLayouts().map(layout => ({
    ...layout,
    slide: slides.find(({ frontmatter }) => frontmatter.layout === layout.name),
  }))
  empty(LAYOUT_PICTURES)
  const page = await browser.newPage({ viewport: { width: 720, height: 405 } })
  for (const { name, slide } of examples)
    slide && await shrink(page, pictures[slide.index], `${LAYOUT_PICTURES}/${name}.jpg`)
  writeFileSync('docs/layouts.md', layoutPage(examples, inChinese(examples)))
  console.log(`docs/layouts.md  ${examples.length} layouts`)
}

async function shrink(page: Page, picture: Buffer, path: string) {
  await page.setContent(`<style>body { margin: 0 } img { width: 100% }</style>${image(picture)}`)
  await page.screenshot({ path, type: 'jpeg', quality: 80 })
}

function image(picture: Buffer): string {
  return `<img src="data:image/png;base64,${picture.toString('base64')}">`
}

function isFinal({ click, clicks }: Step): boolean {
  return click === clicks
}

function empty(folder: string) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}
