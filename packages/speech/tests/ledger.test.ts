import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fixtureDeck } from '../../../tests/support/fixture-deck'
import { figureFindings } from '../check/figures'
import { hasNumber, ledgerEntries, parseLedger, unknownFigures, unspoken } from '../check/ledger'
import { readVocabulary } from '../check/vocabulary'
import { loadDeck, root } from '../deck'
import { rootsOf } from '../roots'
import { wordFaults } from '../words/words'

const { slides } = await loadDeck(fixtureDeck)
const vocabulary = readVocabulary(rootsOf(root))
const find = (those: typeof slides, notShown = ['stagger']) => figureFindings(those, fixtureDeck, { vocabulary, notShown })

describe('the ledger and the deck', () => {
  it('agree on every figure of every slide and note', () => {
    expect(slides.length).toBeGreaterThan(0)
    expect(find(slides)).toEqual([])
  })

  it('name file, line, slide and figure where a slide shows a figure that the ledger lacks', () => {
    const wrong = slides.map(slide => slide.frontmatter.value === 698 ? { ...slide, frontmatter: { ...slide.frontmatter, value: 689 } } : slide)
    expect(find(wrong)).toMatchObject([
      { file: 'pages/1-review.md', line: expect.any(Number), slide: { title: '困难家庭，走到每一户' }, message: expect.stringContaining('“689户”不在数字台账里') },
    ])
  })

  it('name the ledger entry that no note says', () => {
    const silent = slides.map(slide => ({ ...slide, note: slide.note?.replaceAll('698户', '每一户') }))
    expect(find(silent)).toMatchObject([
      { file: 'figures.yaml', line: 27, message: expect.stringContaining('families-visited（698户）没有一处讲稿念到') },
    ])
  })

  it('compare a note\'s figures with their units', () => {
    const wrong = slides.map(slide => ({ ...slide, note: slide.note?.replaceAll('698户', '698人。[click:2]共698户') }))
    expect(find(wrong)).toMatchObject([{ message: expect.stringContaining('讲稿里的“698人”不在数字台账里') }])
  })

  /** A slide with other frontmatter or content than the one of 698 families */
  const changed = (change: object) => slides.map(slide => slide.frontmatter.value === 698
    ? { ...slide, ...change, frontmatter: { ...slide.frontmatter, ...(change as { frontmatter?: object }).frontmatter } }
    : slide)

  it.each([
    ['in a chapter', { frontmatter: { chapter: '走访699户' } }, '699户'],
    ['of a counter', { content: '## 走访\n\n<StatCounter :value="699" unit="户" />' }, '699户'],
    ['of a counter by its tag in lower case', { content: '## 走访\n\n<stat-counter :value="699" />' }, '699'],
    ['parted by a tag', { content: '## 走访<b>699</b>户' }, '699户'],
    ['in a headline', { content: '## 走访６９９户' }, '６９９户'],
    ['in Chinese characters', { content: '## 走访第五名' }, '第五名'],
  ])('compare a figure %s', (_, change, figure) => {
    expect(find(changed(change))).toMatchObject([{ file: 'pages/1-review.md', message: expect.stringContaining(`“${figure}”不在数字台账里`) }])
  })

  it.each([
    ['the settings of Slidev', { frontmatter: { zoom: 0.8, level: 2, dragPos: { a: '1,2,3,4' }, clicks: 3, clicksStart: 2, transition: 'slide-up | 99' } }],
    ['the settings of a layout', { frontmatter: { stagger: 120 } }],
    ['ordered items', { content: '## 走访\n\n1. 定要求\n2. 收食堂' }],
    ['addresses of links and pictures', { content: '## 走访\n\n[回](3) ![走访](/走访照片2020%20a.jpg) https://example.com/2020' }],
    ['code, and the lines that it marks', { content: '## 走访\n\n```ts {1|2-3}\nconst a = 3\n```\n\n`12` {{ 3 + 4 }}' }],
    ['attributes of tags', { content: '## 走访\n\n<div class="p-12" style="top: 40px" v-click="3">好</div>' }],
  ])('read no figure in %s', (_, change) => {
    expect(find(changed(change))).toEqual([])
  })

  it('hold the lines of a new entry to paste', () => {
    const [{ message }] = find(changed({ content: '## 走访1,699户' }))
    expect(message).toContain('\n        value: 1699\n        unit: 户\n        counts: 【待核：数的是什么】\n        source: 【待核：原文出处】')
  })
})

describe('the entry to paste for a new figure', () => {
  const slide = slides.find(({ frontmatter }) => frontmatter.value === 698)!
  const say = (content: string, note = slide.note) => find(slides.map(other => other === slide ? { ...slide, content, note } : other))
  const pasted = (message: string) => message.slice(message.indexOf('\n'))

  it.each([
    ['达到97.5%', { value: 97.5, unit: '%' }],
    ['下降97.5‰', { value: 97.5, unit: '‰' }],
    ['共1,699户', { value: 1699, unit: '户' }],
    ['占20%—30%', { value: '20%—30%' }],
    ['新增3—5万个', { value: '3万—5万个' }],
    ['新增3-5万个', { value: '3万～5万个' }],
    ['新增3至5个', { value: '3至5个' }],
    ['2031—2035年', { value: '2031—2035年' }],
    ['１２月３日', { value: '12月3日' }],
    ['版本9.0', { value: '9.0' }],
    ['第五名', { value: '第五名' }],
  ])('of “%s” is %j, and the ledger accounts for it', (words, entry) => {
    const [{ message }] = say(`## ${words}`)
    const [[, given]] = Object.entries(parse(pasted(message)))
    expect(given).toMatchObject(entry)
    expect(Object.keys(given as object)).toEqual([...Object.keys(entry), 'counts', 'source'])
    const text = words.replace(/3[—-]5万个/, String(entry.value))
    expect(unknownFigures(text, ledgerEntries(parse(pasted(message))))).toEqual([])
    expect(message.includes('请先写成')).toBe(text !== words)
    expect(wordFaults(text)).toEqual([])
  })

  it('is given once, with all the places where the figure stands', () => {
    const findings = say('## 走访６９９户\n\n共699户', slide.note!.replaceAll('698户', '698户，699户'))
    expect(findings).toMatchObject([{ line: expect.any(Number), message: expect.stringMatching(/^“６９９户”不在数字台账里（还在 pages\/1-review\.md 第 \d+ 行、pages\/1-review\.md 第 \d+ 行的讲稿）；/) }])
  })
})

describe('figures in a text', () => {
  const figures = [
    { key: 'a', value: 12, unit: '名', counts: '', source: '' },
    { key: 'b', value: 1.4, unit: '亿元', counts: '', source: '' },
    { key: 'c', value: '2月3日', counts: '', source: '' },
    { key: 'd', value: '2.0', counts: '', source: '' },
    { key: 'e', value: 4, unit: '名', written: '第四名', counts: '', source: '' },
  ]

  it.each([
    ['新增12名，投入1.4亿元', []],
    ['2月3日，教学通2.0培训', []],
    ['没有数字', []],
    ['新增112名', ['112名']],
    ['新增12人', ['12人']],
    ['获第四名，新增4名', ['4名']],
    ['投入1.45亿元', ['1.45亿元']],
    ['2月30日', ['2月30日']],
    ['版本2.01', ['2.01']],
    ['12,345名', ['12,345名']],
  ])('%s: unknown are %j', (text, unknown) => {
    expect(unknownFigures(text, figures)).toEqual(unknown)
  })
})

it('a figure written in Chinese is said as it is written', () => {
  const rank = { key: 'e', value: 4, unit: '名', written: '第四名', counts: '', source: '' }
  expect(unspoken(['我区获全省第四名。'], [rank])).toEqual([])
  expect(unspoken(['引进4名。'], [rank])).toEqual([rank])
  expect(hasNumber(4, '名', '', [rank])).toBe(false)
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

describe('a number in a slide\'s data', () => {
  const ledger = [{ key: 'a', value: -3.2, unit: '个百分点', counts: '', source: '' }, { key: 'b', value: 7, counts: '', source: '' }]

  it.each([
    [-3.2, '个百分点', '', true],
    [3.2, '个百分点', '同比下降', true],
    [3.2, '个百分点', '同比上升', false],
    [7, undefined, '', true],
    [3.2, undefined, '', false],
  ])('%d %s beside “%s”: %s', (value, unit, beside, known) => {
    expect(hasNumber(value, unit, beside, ledger)).toBe(known)
  })
})
