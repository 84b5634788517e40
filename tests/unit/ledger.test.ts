import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ledgerFaults, parseLedger, unknownFigures } from '../../facts/ledger'
import { loadDeck, root } from '../../scripts/lib/deck'

const ledger = parseLedger(readFileSync(`${root}/facts/figures.yaml`, 'utf8'))
const { slides } = await loadDeck()
const checked = slides.map(({ index, source, title = '', content, frontmatter, note = '' }) =>
  ({ page: index + 1, file: relative(root, source.filepath), title, content, frontmatter, note }))

describe('the ledger and the deck', () => {
  it('agree on every figure of every slide and note', () => {
    expect(checked.length).toBeGreaterThan(0)
    expect(ledgerFaults(checked, ledger)).toEqual([])
  })

  it('name file, slide and figure where a slide shows a figure that the ledger lacks', () => {
    const [slide] = checked.filter(({ frontmatter }) => frontmatter.value === 698)
    const wrong = { ...slide, frontmatter: { ...slide.frontmatter, value: 689 } }
    expect(ledgerFaults([wrong, ...checked], ledger)).toEqual([
      `pages/1-review.md 第 ${slide.page} 页《困难家庭，走到每一户》：“689户”不在数字台账里`,
    ])
  })

  it('name the slide whose note says a figure with another unit', () => {
    const [slide] = checked.filter(({ frontmatter }) => frontmatter.value === 698)
    const wrong = { ...slide, note: '走访了698人。' }
    expect(ledgerFaults([wrong, ...checked], ledger)).toEqual([
      `pages/1-review.md 第 ${slide.page} 页《困难家庭，走到每一户》的讲稿：“698人。”不在数字台账里`,
    ])
  })

  it('name the ledger entry that no note says', () => {
    const silent = { key: 'invented', value: 7, unit: '台', counts: '虚构', source: '无' }
    expect(ledgerFaults(checked, [...ledger, silent])).toEqual([
      'facts/figures.yaml 的 invented（7台）没有一处讲稿念到',
    ])
  })
})

describe('figures in a text', () => {
  const figures = [
    { key: 'a', value: 12, unit: '名', counts: '', source: '' },
    { key: 'b', value: 1.4, unit: '亿元', counts: '', source: '' },
    { key: 'c', value: '2月3日', counts: '', source: '' },
    { key: 'd', value: '2.0', counts: '', source: '' },
  ]

  it.each([
    ['新增12名，投入1.4亿元', []],
    ['2月3日，教学通2.0培训', []],
    ['没有数字', []],
    ['新增112名', ['112名']],
    ['新增12人', ['12人']],
    ['投入1.45亿元', ['1.45亿元']],
    ['2月30日', ['2月3', '30日']],
    ['版本2.01', ['2.01']],
    ['12,345名', ['12,345名']],
  ])('%s: unknown are %j', (text, unknown) => {
    expect(unknownFigures(text, figures)).toEqual(unknown)
  })
})

describe('the ledger file', () => {
  it('is refused when a derived figure is not what its formula gives', () => {
    expect(() => parseLedger('a: { value: 60, counts: x, source: y }\nb: { value: 200, counts: x, source: y }\nc: { value: 3.5, counts: x, source: y, derived: b / a }'))
      .toThrow('c 记作 3.5，按 b / a 应是 3.3')
  })

  it('is refused when an entry has no source', () => {
    expect(() => parseLedger('a: { value: 60, counts: x }')).toThrow('a 缺 value、counts 或 source')
  })
})
