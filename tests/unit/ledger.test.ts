import { describe, expect, it } from 'vitest'
import { figureFindings } from '../../check/figures'
import { parseLedger, unknownFigures, unknownFiguresOf } from '../../facts/ledger'
import { loadDeck, root } from '../../scripts/lib/deck'

const { slides } = await loadDeck()

describe('the ledger and the deck', () => {
  it('agree on every figure of every slide and note', () => {
    expect(slides.length).toBeGreaterThan(0)
    expect(figureFindings(slides, root)).toEqual([])
  })

  it('name file, line, slide and figure where a slide shows a figure that the ledger lacks', () => {
    const wrong = slides.map(slide => slide.frontmatter.value === 698 ? { ...slide, frontmatter: { ...slide.frontmatter, value: 689 } } : slide)
    expect(figureFindings(wrong, root)).toMatchObject([
      { file: 'pages/1-review.md', line: expect.any(Number), slide: { title: '困难家庭，走到每一户' }, message: expect.stringContaining('“689户”不在数字台账里') },
    ])
  })

  it('name the ledger entry that no note says', () => {
    const silent = slides.map(slide => ({ ...slide, note: slide.note?.replaceAll('698户', '每一户') }))
    expect(figureFindings(silent, root)).toMatchObject([
      { file: 'facts/figures.yaml', line: 27, message: expect.stringContaining('families-visited（698户）没有一处讲稿念到') },
    ])
  })

  it('compare a note\'s figures with their units', () => {
    const ledger = [{ key: 'a', value: 698, unit: '户', counts: '', source: '' }]
    expect(unknownFiguresOf({ content: '', frontmatter: {}, note: '走访了698人。[click:2]共698户。' }, ledger)).toEqual([{ figure: '698人。', part: 'note' }])
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
