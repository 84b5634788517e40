import { join } from 'node:path'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { parseLedger } from '../check/ledger'
import { readVocabulary } from '../check/vocabulary'
import { root } from '../deck'
import { reviewList } from '../review'

const ledger = parseLedger(`
families: { value: 698, unit: 户, counts: 走访的家庭, source: 一（二） }
schools: { value: 6, unit: 所, counts: 学校, source: 一（四） }
before: { value: 300, unit: 元, counts: 调整前, source: 二 }
after: { value: 600, unit: 元, counts: 调整后, source: 二 }
multiple: { value: 2, unit: 倍, counts: 增到的倍数, source: 由台账计算, derived: after / before }
`)

const vocabulary = readVocabulary([root, join(root, 'packages/speech')])

function linesOf(text: string): string[] {
  const slides = parseSync(text, 'slides.md').slides.map((source, index) => ({ ...source, index, source }))
  const names = [{ name: '茶红小学', why: '不成词' }, { name: '别处小学', why: '不在这份里' }]
  return reviewList({ slides } as never, ledger, { vocabulary, names }).split('\n')
}

function items(text: string): string[] {
  return linesOf(text).filter(line => /^(?:##|- □) /.test(line))
}

describe('the list for the bureau', () => {
  it('has, slide by slide, what is to be confirmed, and no slide without any', () => {
    const deck = `---
layout: section
subtitle: 【待核：报告人】
---

# 题目

---
draft: true
---

## 走访

<!--
走进[click]698户家庭，茶红小学也在内，共37人。
-->

---
layout: section
---

## 没有要核的
`
    expect(items(deck)).toEqual([
      '## 第 1 页《题目》',
      '- □ 待核：报告人，画面',
      '## 第 2 页《走访》',
      '- □ 拟稿：全页都是拟的，原文没有',
      '- □ 数字：698户，走访的家庭；见原文一（二）',
      '- □ 数字：37人，数字台账里没有，不知道出处，请查原文',
      '- □ 名称：茶红小学，不成词',
    ])
    expect(linesOf(deck)).toContain('共有拟稿 1 项，待核 1 项，数字 2 项，名称 1 项。')
  })

  it('says where a note has its gap, and in data what stands beside it', () => {
    expect(items(`---
layout: steps
pairs:
  - problem: “专递课堂”
    task: 加快推进
    by: 【待核：责任科室】
    due: 【待核：完成时限】
  - problem: 没有空的
---

## 任务

<!--
先开会。我们[click]投入【待核：金额】**亿元**，建成学校。到此【待核】
-->
`).slice(1)).toEqual([
      '- □ 待核：责任科室、完成时限，画面“‘专递课堂’：加快推进”',
      '- □ 待核：金额，讲稿“我们投入＿＿亿元”',
      '- □ 待核：内容待定，讲稿“到此＿＿”',
    ])
  })

  it('takes from the comment above draft what of the slide is one', () => {
    expect(items('---\n# 总标题\n# 是拟的\ndraft: true\n---\n\n# 甲\n\n---\nlayout: section\n# 副题是拟的\ndraft: true\n---\n\n# 乙\n\n---\n# 确认过了\ndraft: false\n---\n\n# 丙\n')).toEqual([
      '## 第 1 页《甲》',
      '- □ 拟稿：总标题是拟的',
      '## 第 2 页《乙》',
      '- □ 拟稿：副题是拟的',
    ])
  })

  it('gives a computed figure with both that it is computed from, where they stand', () => {
    expect(items('# 甲\n\n<!--\n由300元提高到600元。\n-->\n').at(-1)).toBe('- □ 数字：2倍，增到的倍数；原文没有，由 600元 ÷ 300元 算出')
    expect(items('# 甲\n\n<!--\n提高到600元。\n-->\n')).toHaveLength(2)
  })

  it('says so where nothing is to be confirmed', () => {
    expect(linesOf('# 甲\n')).toEqual(['# 核稿清单', '', '没有要核的：没有拟稿，没有待核，没有数字，也没有存疑的名称。', ''])
  })
})
