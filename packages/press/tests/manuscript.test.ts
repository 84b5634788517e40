import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadDeck } from 'slidev-addon-speech/deck'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manuscriptOf, textOf } from '../manuscript/manuscript'
import { manuscript as plugin } from '../manuscript/plugin'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manuscript-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function manuscript(files: Record<string, string>, marks = false) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return manuscriptOf(await loadDeck(folder), folder, marks)
}

const cover = `---
title: 办好教育
layout: cover
subtitle: 在会上的讲话
byline: 区教育局
---

# 办好<wbr>教育

<!--
同志们：

今天开会。
-->
`
function slide(frontmatter: string, heading: string, note: string) {
  return `
---
${frontmatter}
---

${heading}

<!--
${note}
-->
`
}

describe('a manuscript', () => {
  it('has the cover\'s title, subtitle and byline', async () => {
    expect(await manuscript({ 'slides.md': cover })).toMatchObject({ title: '办好教育', subtitle: '在会上的讲话', byline: '区教育局' })
  })

  it('numbers parts and chapters, and knows which slide opens them', async () => {
    const { paragraphs } = await manuscript({
      'slides.md': cover
        + slide('layout: section\nsubtitle: 双胜利', '# 凝心聚力，<wbr>担当作为', '先讲第一个方面。')
        + slide('layout: points\nchapter: 新思想', '## 一页', '第一，新思想。')
        + slide('layout: points\nchapter: 新合力', '## 二页', '第二，新合力。')
        + slide('layout: section', '# 精准分析', '再讲第二个方面。'),
    })
    expect(paragraphs.map(({ kind, runs, slides }) => [kind, textOf(runs), slides])).toEqual([
      ['salutation', '同志们：', [1]],
      ['words', '今天开会。', []],
      ['part', '一、凝心聚力，担当作为，双胜利', [2]],
      ['words', '先讲第一个方面。', []],
      ['chapter', '（一）新思想', [3]],
      ['words', '第一，新思想。', []],
      ['chapter', '（二）新合力', [4]],
      ['words', '第二，新合力。', []],
      ['part', '二、精准分析', [5]],
      ['words', '再讲第二个方面。', []],
    ])
  })

  it.each([
    ['[click] 一句。[click:2] 又一句。', '一句。又一句。'],
    ['一句，\n接着说。', '一句，接着说。'],
    ['用 Windows\n[click] Office 办公。', '用 Windows Office 办公。'],
    ['用 Word 写。', '用 Word 写。'],
    ['走到**每一户**。', '走到每一户。'],
    ['停一停／再说【翻页】。', '停一停再说。'],
    ['记作<b>一句</b>。', '记作<b>一句</b>。'],
    ['第一行\\\n第二行', '第一行\n第二行'],
  ])('of the note %j says %j', async (note, words) => {
    const { paragraphs } = await manuscript({ 'slides.md': cover + slide('layout: points', '## 题', note) })
    expect(paragraphs.filter(({ slides }) => slides.includes(2)).map(({ runs }) => textOf(runs))).toEqual([words])
  })

  it('keeps the speaker\'s marks for the lectern only', async () => {
    const files = { 'slides.md': cover + slide('layout: points', '## 题', '停一停／再说**重点**。') }
    const kinds = async (marks: boolean) => (await manuscript(files, marks)).paragraphs.at(-1)!.runs.map(({ kind, text }) => `${kind} ${text}`)
    expect(await kinds(false)).toEqual(['words 停一停再说', 'stress 重点', 'words 。'])
    expect(await kinds(true)).toEqual(['words 停一停', 'pause ／', 'words 再说', 'stress 重点', 'words 。'])
  })

  it('keeps items, numbers, headings and what is to be confirmed', async () => {
    const note = '## 第一点\n讲【待核：日期】。【翻页】\n\n1. 抓班子\n2. 抓**队伍**\n\n- 又\n\n|甲|乙|\n|-|-|\n|一|二|\n\n***'
    const { paragraphs } = await manuscript({ 'slides.md': cover + slide('layout: points', '## 题', note) })
    expect(paragraphs.slice(2).map(({ kind, runs }) => [kind, ...runs.map(({ kind, text }) => `${kind} ${text}`)])).toEqual([
      ['heading', 'words 第一点'],
      ['words', 'words 讲', 'pending 【待核：日期】', 'words 。'],
      ['words', 'words 1. 抓班子'],
      ['words', 'words 2. 抓', 'stress 队伍'],
      ['words', 'words 又'],
      ['words', 'words 甲\u3000乙'],
      ['words', 'words 一\u3000二'],
    ])
  })

  it('marks the head of each draft slide', async () => {
    const { paragraphs } = await manuscript({ 'slides.md': cover + slide('layout: points\ndraft: true', '## 题', '一段。\n\n二段。') })
    expect(paragraphs.slice(-2).map(({ draft, runs }) => [draft, runs.map(({ text }) => text)])).toEqual([
      [true, ['【拟稿】', '一段。']],
      [true, ['二段。']],
    ])
  })

  it('gives the cue of a slide without words to the next words', async () => {
    const { paragraphs } = await manuscript({
      'slides.md': cover + slide('layout: points', '## 图', '【翻页】') + slide('layout: points', '## 题', '接着讲。'),
    })
    expect(paragraphs.at(-1)).toMatchObject({ slides: [2, 3] })
  })
})

describe('a manuscript is refused', () => {
  it('for slides without notes, all of them named by file and page, with what to write', async () => {
    const silent = '\n---\nlayout: points\n---\n\n## 没话的一页\n'
    await expect(manuscript({ 'slides.md': `${cover}\n---\nsrc: ./pages/1.md\n---\n`, 'pages/1.md': silent.trimStart() + silent }))
      .rejects
      .toThrow(/pages\/1\.md 第 2 页《没话的一页》没有讲稿。请在这一页的末尾写上 <!-- 讲的话 -->[\s\S]*第 3 页/)
  })

  it('for a part without a title', async () => {
    await expect(manuscript({ 'slides.md': cover + slide('layout: section', '', '先讲第一个方面。') }))
      .rejects
      .toThrow('slides.md 第 2 页《无标题》开启一个部分，却没有标题。请写上一级标题')
  })

  it('for a file of the deck that isn\'t there: a part would be missing', async () => {
    await expect(manuscript({ 'slides.md': `${cover}\n---\nsrc: ./pages/missing.md\n---\n` }))
      .rejects
      .toThrow(/slides\.md 第 \d+ 行附近读不懂：.*missing\.md/)
  })
})

it('lies beside the deck under a name that an address can hold, and is saved under its own', async () => {
  writeFileSync(join(folder, 'slides.md'), cover.replace('title: 办好教育', 'title: "#1 完成 100%25"'))
  let file = ''
  const build = { environment: { mode: 'build' }, emitFile: ({ fileName }: { fileName: string }) => (file = fileName) && 'file', warn: expect.unreachable }
  const { load } = plugin({ data: await loadDeck(folder), userRoot: folder, withoutNotes: false } as unknown as Parameters<typeof plugin>[0]) as unknown as { load: (this: typeof build, id: string) => Promise<string> }
  expect(await load.call(build, '\0virtual:manuscript')).toBe('export default { name: "#1 完成 100%25讲话稿.docx", url: import.meta.ROLLUP_FILE_URL_file }')
  expect(file).toBe('＃1 完成 100％25讲话稿.docx')
})

it('is not in a copy without notes', async () => {
  writeFileSync(join(folder, 'slides.md'), cover)
  const { load } = plugin({ data: await loadDeck(folder), userRoot: folder, withoutNotes: true } as unknown as Parameters<typeof plugin>[0]) as unknown as { load: (id: string) => Promise<string> }
  expect(await load.call({ emitFile: expect.unreachable, warn: expect.unreachable }, '\0virtual:manuscript')).toBe('export default undefined')
})
