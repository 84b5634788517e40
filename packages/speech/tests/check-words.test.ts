import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../deck'
import { checkWords } from '../words/check-words'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-words-'))
  for (const name of ['pages', 'facts'])
    mkdirSync(join(folder, name))
})
afterEach(() => rmSync(folder, { recursive: true }))

const slides = `---
title: 办好教育
keywords: 教育,讲话
layout: cover
---

# 办好<wbr>教育

<!--
同志们：

今天开会。
-->

---
src: ./pages/1.md
---
`

async function check(page: string, ledger = 'families: { value: 698, unit: 户, counts: 家庭, source: 一 }\n') {
  writeFileSync(join(folder, 'slides.md'), slides)
  writeFileSync(join(folder, 'pages/1.md'), page)
  writeFileSync(join(folder, 'figures.yaml'), ledger)
  return (await checkWords(folder)).map(({ file, line, column, found }) => `${file}:${line}:${column} ${found}`)
}

const page = (frontmatter: string, heading: string, note: string) => `---\n${frontmatter}\n---\n\n${heading}\n\n<!--\n${note}\n-->\n`

it('the words of this deck are without fault', async () => {
  expect(await checkWords(root)).toEqual([])
})

describe('the check of a deck\'s words', () => {
  it('finds faults in frontmatter, heading, text, note and ledger, with file, line and column', async () => {
    expect(await check(
      `${page('layout: points\npoints:\n  - title: 总结\n    text: "上学年,情况"', '## 全年。\n\n教育(扩大', '一句。\n\n[click] 二句,三句。')}`,
      'families:\n  value: 698\n  counts: 家庭,户数\n  source: 一\n',
    )).toEqual([
      'pages/1.md:5:15 上学年,情况',
      'pages/1.md:8:6 全年。',
      'pages/1.md:10:3 教育(扩大',
      'pages/1.md:15:11 二句,三句。',
      'figures.yaml:3:13 家庭,户数',
    ])
  })

  it('counts lines the same in a file with Windows line ends', async () => {
    const text = page('layout: points', '## 题', '一句。\n\n二句,三句。')
    expect(await check(text.replaceAll('\n', '\r\n'))).toEqual(await check(text))
    expect(await check(text)).toEqual(['pages/1.md:10:3 二句,三句。'])
  })

  it('sees through tags and marks: a fault stands beside what it stands beside on the slide', async () => {
    expect(await check(page('layout: points', '## 凝心聚力,<wbr>担当', '全区“健康”、**“公平”**考试'))).toEqual([
      'pages/1.md:5:8 心聚力,担当',
      'pages/1.md:8:6 “健康”、“公平”',
    ])
  })

  it('leaves alone what isn\'t prose: tags, code, addresses, comments for editors, keywords, YAML\'s own marks', async () => {
    expect(await check(page(
      'layout: points # 注释,不检查\nlist: ["甲", \'乙\']\ntime: "上午9:30"\nclass: "a,b"',
      '<!-- 编者,按 -->\n\n## 题<br/>目\n\n<StatCounter :value="1" label="人" />`a,汉` https://example.com/a,b {{ "汉" }}\n\n```ts\nconst 汉 = "a,b"\n```',
      '停一停／再说【翻页】[click:2] **重点**。',
    ))).toEqual([])
  })

  it('takes addresses of links and pictures for no words', async () => {
    expect(await check(page('layout: points', '## 题\n\n![校园,照片](/照片.jpg) [看](/甲,乙(1).html)', '好。'))).toEqual(['pages/1.md:7:5 校园,照片'])
  })

  it('takes addresses in frontmatter for no words either', async () => {
    expect(await check('---\nlayout: picture\nimage: /走访.jpg\nsource: ./pages/第四部分.md\n---\n\n## 走访\n')).toEqual([])
    expect(await check('---\nlayout: picture\ncaption: 走访.好\n---\n\n## 走访\n')).toHaveLength(1)
  })

  it('takes each heading for itself, and the text below it for another', async () => {
    expect(await check(page('layout: points', '## “题\n下文”', '好。'))).toEqual(['pages/1.md:5:4 “题', 'pages/1.md:6:3 下文”'])
  })
})
