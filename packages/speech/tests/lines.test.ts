import { describe, expect, it, vi } from 'vitest'
import { loadDeck } from '../deck'
import { linePieces } from '../lines'

const { slides } = await loadDeck()

describe('lines turn', () => {
  const notes = slides.map(({ note = '' }) => note)

  it.each(notes.map((note, index) => ({ page: index + 1, note })))('without losing a character on slide $page', ({ note }) => {
    expect(linePieces(note).join('')).toBe(note)
  })

  it.each([
    '1.4亿元',
    '382人',
    '2月11日',
    '20多万',
    '第14届',
    '28.6%',
    '《加快推进教育现代化实施方案》',
    '《中国教育现代化2035》',
    '“三个课堂”',
    '“教云教学通2.0”',
    '-3.5个',
    '63%～68%',
    '2021—2023年',
    '省教育厅',
    '我们的',
    '疫情',
    '区教育局',
    '区卫健委',
  ])('never inside %s', (unit) => {
    expect(linePieces(`我们在这里讲到${unit}，大家记住`).filter(piece => piece.includes(unit))).toHaveLength(1)
  })

  it('never before a mark that closes or after one that opens', () => {
    for (const piece of notes.flatMap(linePieces)) {
      expect(piece).not.toMatch(/^[，。、；：？！”》）]/)
      expect(piece).not.toMatch(/[“《（]$/)
    }
  })

  it('between words', () => {
    expect(linePieces('全区教育系统闻令而动').length).toBeGreaterThan(2)
  })
})

describe('in a browser that knows of no words, as Firefox below 125', () => {
  it('lines turn between characters, and never inside a unit nor before a mark that closes', async () => {
    vi.resetModules()
    vi.stubGlobal('Intl', {})
    const { linePieces } = await import('../lines')
    vi.unstubAllGlobals()
    expect(linePieces('“三个课堂”惠及382人，大家VR看')).toEqual(['“三个课堂”', '惠', '及', '382人，', '大', '家', 'VR', '看'])
  })
})
