import type { Page } from 'playwright-chromium'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { settle } from 'slidev-addon-speech/browser/stage'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../support/soaking'
import { sharedBrowser } from './support/browser'
import { buildIn, makeVariant } from './support/build-variant'
import { standing } from './support/windows'

const SOON = { timeout: 10_000, interval: 50 }
const TITLES = ['开题', '一来就坏', '好的一页', '点一下才坏', '按了才坏', '结尾']
let folder: string
let url: string

const exportDeck = (...options: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/export.ts', ...options], { cwd: folder, encoding: 'utf8' })

beforeAll(async () => {
  const [headmatter] = readFileSync('slides.md', 'utf8').split(/^layout: cover$/m)
  const slide = (title: string, content = '') => `layout: list\npoints: [{ title: 一, text: 话 }]\n---\n\n## ${title}\n\n${content}\n`
  folder = makeVariant('broken-slides', `${headmatter.replace(/^favicon: .*$/m, 'favicon: https://nowhere.invalid/favicon.png')}${[
    slide(TITLES[0], `<!--\n${'各校要把这一项任务抓细抓实。'.repeat(100)}\n-->`),
    slide(TITLES[1], '<BrokenOnPurpose when="setup" />'),
    slide(TITLES[2]),
    slide(TITLES[3], '<BrokenOnPurpose when="click" />\n\n<p v-click>先点到这里</p>'),
    slide(TITLES[4], '<BrokenOnPurpose when="pressed" />'),
    slide(TITLES[5]),
    'layout: default\n---\n\n## 有图\n\n<img :src="\'/现场 一.png\'">\n<img :src="\'https://nowhere.invalid/现场.png\'">\n',
    'layout: default\n---\n\n## 图太高\n\n一段文字\n\n<img src="/scene.png" alt="图" width="1500">\n',
    slide('其后'), // the last slide keeps what is moved to a next page
  ].join('\n---\n')}`)
  copyFileSync(fileURLToPath(new URL('../fixtures/media/scene.png', import.meta.url)), join(folder, 'public/scene.png'))
  writeFileSync(join(folder, 'components/BrokenOnPurpose.vue'), `<script setup lang="ts">
import { useSlideContext } from '@slidev/client'

const { when } = defineProps<{ when: string }>()
const { $clicks } = useSlideContext()
if (when === 'setup')
  throw new Error('坏在开头')

function content() {
  if (when === 'click' && $clicks.value > 0)
    throw new Error('坏在点击')
  return '好的'
}
function press() {
  throw new Error('坏在按钮')
}
</script>

<template>
  <button type="button" class="press-me" @click="press">
    {{ content() }}
  </button>
</template>
`)
  const server = await serveFolder(buildIn(folder, '.cache/site')) // from which exports print
  url = server.url
  return server.close
})

const opened: Page[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map(page => page.close()))
})

describe('a component that throws', () => {
  async function open(path: string) {
    const errors: string[] = []
    const page = await (await sharedBrowser()).newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', reducedMotion: 'reduce' })
    opened.push(page)
    page.on('console', message => message.type() === 'error' && errors.push(message.text().split('\n')[0]))
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(url + path)
    await settle(page)
    return { page, errors }
  }
  const shown = async (page: Page) => (await page.locator('#slideshow > :not([style*="display: none"]) .slidev-layout').textContent())!.replaceAll(/\s/g, '')
  const NOTICE = '这一页的内容没有显示出来。'

  it('leaves its slide the title and a small notice, and the other slides as they are', async () => {
    const { page, errors } = await open('/1')
    for (const [index, title] of TITLES.entries()) {
      if (index > 0)
        await page.keyboard.press('ArrowDown')
      await settle(page)
      expect(await shown(page)).toMatch(index === 1 ? new RegExp(`^${title}${NOTICE}$`) : new RegExp(`^${title}.*话$`))
    }
    expect(errors).toContainEqual(expect.stringContaining('第 2 页《一来就坏》出错：Error: 坏在开头'))
  })

  it('at a click, stops its slide there and no other', async () => {
    const { page, errors } = await open('/4')
    expect(await shown(page)).toContain('好的')
    await page.keyboard.press('PageDown')
    await settle(page)
    expect(await shown(page)).toBe(`点一下才坏${NOTICE}`)
    const ofOthers = (error: string) => /^第 2 页《一来就坏》|nowhere\.invalid/.test(error) // mounted, though not on show
    expect(errors.filter(error => !ofOthers(error))).toEqual([expect.stringContaining('第 4 页《点一下才坏》出错：Error: 坏在点击')])
    await page.keyboard.press('PageDown')
    await expect.poll(() => standing(page), SOON).toBe('5.0')
  })

  it('in answer to a click on a button, leaves the slide as it is', async () => {
    const { page, errors } = await open('/5')
    await page.locator('.slidev-page-5 .press-me').click()
    expect(await shown(page)).toContain('好的')
    expect(errors).toContainEqual(expect.stringContaining('第 5 页《按了才坏》出错：Error: 坏在按钮'))
  })

  it.each(sample(['/presenter/2', '/overview']))('does the same at %s', async (path) => {
    const { page } = await open(path)
    await expect.poll(() => page.getByText(NOTICE).count(), SOON).toBeGreaterThan(0)
    expect(await page.getByText('好的一页').count()).toBeGreaterThan(0)
  })

  it.each(sample([['a PDF', '--output', 'deck.pdf'], ['PowerPoint', '--pptx', 'deck.pptx']]))('never gets into %s', { timeout: 240_000 }, (_, ...options) => {
    const { status, stderr } = exportDeck(...options)
    expect(status).toBe(1)
    expect(stderr).toMatch(/第 2、4 页没有画出来.*坏在开头/)
    expect(existsSync(join(folder, options[1]))).toBe(false)
  })
})

it('a slide that lacks a file stops only what prints it, and is named with the file', () => {
  const { status, stderr } = exportDeck('--range', '6-7', '--output', 'lacking.pdf')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^\n没有导出。\n第 7 页找不到 \/现场 一\.png，[^\n]+请把文件放进 public\/ 文件夹，或改正地址。\n第 7 页安全策略不许用 https:\/\/nowhere\.invalid\/[^\n]+。\n\n$/)
  expect(existsSync(join(folder, 'lacking.pdf'))).toBe(false)
})

it('a handout keeps its margins on every page of a note of 1,400 characters', async () => {
  expect(exportDeck('--range', '1', '--handout', '--output', 'first.pdf')).toMatchObject({ status: 0, stderr: '' })
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(folder, 'first.pdf'))), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items))
  const [left, right, bottom, top] = [20, 190, 16, 297 - 14].map(millimetres => millimetres * 72 / 25.4)
  const texts = pages.flat().flatMap(item => 'str' in item && item.str.includes('任务') ? [item] : [])
  expect(pages.length).toBeGreaterThan(1)
  expect(texts.map(({ str }) => str).join('').match(/任务/g)).toHaveLength(100)
  const beyond = texts.filter(({ transform: [, , , , x, y], width, height }) => x < left - 1 || x + width > right + 1 || y < bottom - 1 || y + height > top + 1)
  expect(beyond).toEqual([])
})

describe('a picture that is taller than its slide is printed as far as it goes', () => {
  /** How many pictures the page shows */
  async function picturesOn(pdf: Uint8Array, number: number): Promise<number> {
    const page = await (await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise).getPage(number)
    const { fnArray } = await page.getOperatorList()
    return fnArray.filter(operation => operation === OPS.paintImageXObject).length
  }

  it('in the PDF', async () => {
    expect(exportDeck('--range', '8', '--output', 'tall.pdf')).toMatchObject({ status: 0, stderr: '' })
    expect(await picturesOn(readFileSync(join(folder, 'tall.pdf')), 1)).toBe(1)
  })

  it('from the overview', async () => {
    const page = await (await sharedBrowser()).newPage({ viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' })
    opened.push(page)
    await page.goto(`${url}/overview`)
    await settle(page, 20_000, '.overview-slide-block .slidev-layout')
    expect(await picturesOn(await page.pdf({ preferCSSPageSize: true }), 8)).toBe(1)
  })
})
