import { describe, expect, it } from 'vitest'
import { slidesInRange } from '../copies/copy'
import { parseExportOptions } from '../pdf/export-options'
import { parsePortableOptions } from '../portable/portable-options'

describe('options of npm run export', () => {
  it.each<[string[], object]>([
    [[], { sheet: 'slides', withClicks: false }],
    [['--with-clicks', '--range', '3-8', '--output', 'a.pdf'], { withClicks: true, range: '3-8', output: 'a.pdf' }],
    [['--handout'], { sheet: 'notes' }],
    [['--handout', '--no-notes'], { sheet: 'lines' }],
    [['--handout', '--attendees'], { sheet: 'lines', attendees: true }],
    [['--handout', '--without-notes'], { sheet: 'lines', attendees: true }],
    [['--png', 'pictures'], { png: 'pictures' }],
    [['--png', 'pictures', '--attendees', '--range', '2-3'], { png: 'pictures', attendees: true, range: '2-3' }],
    [['--pptx', 'a.pptx', '--editable', '--fonts', 'Noto Serif SC=方正小标宋简体， Noto Sans SC = 黑体'], { pptx: 'a.pptx', editable: true, fonts: { 'Noto Serif SC': '方正小标宋简体', 'Noto Sans SC': '黑体' } }],
    [['-h'], { help: true }],
  ])('%j', (args, options) => {
    expect(parseExportOptions(args)).toMatchObject(options)
  })

  it.each([
    [['--clicks'], '--help'],
    [['slides.pdf'], '--help'],
    [['--no-notes'], '--handout'],
    [['--handout', '--png', 'pictures'], '一次只能用一个'],
    [['--png', 'pictures', '--output', 'a.pdf'], '--output'],
    [['--handout', '--with-clicks'], '--with-clicks'],
    [['--editable'], '--pptx'],
    [['--pptx', 'a.pptx', '--fonts', 'A=B'], '--editable'],
    [['--pptx', 'a.pptx', '--editable', '--fonts', '黑体'], '原来的字体=换成的字体'],
  ])('%j is refused, with what to do', (args, remedy) => {
    expect(() => parseExportOptions(args)).toThrow(remedy)
  })
})

it('a single file can be for attendees and hold a range, too', () => {
  expect(parsePortableOptions(['--attendees', '--range', '2-3'])).toMatchObject({ attendees: true, range: '2-3' })
})

describe('a range of slides', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5]],
    ['2-4', [2, 3, 4]],
    ['5, 1-2', [1, 2, 5]],
    ['3', [3]],
    ['1-3,2-4', [1, 2, 3, 4]],
  ])('%s', (range, slides) => {
    expect(slidesInRange(range, 5)).toEqual(slides)
  })

  it.each(['0', '6', '4-2', '3-', 'a', '1;2', ''])('“%s” is refused, with the number of slides', (range) => {
    expect(() => slidesInRange(range, 5)).toThrow('共 5 页')
  })
})
