import { describe, expect, it } from 'vitest'
import { linePieces, noteSource, parseNote, spokenByClick, spokenLength } from '../../composables/note'
import { loadDeck } from '../../scripts/lib/deck'

const { slides } = await loadDeck()
const words = (note: string) => parseNote(note).map(paragraph => paragraph.map(({ text }) => text).join(''))

describe('a note', () => {
  it('is paragraphs of runs, each with its click', () => {
    expect(parseNote('先讲。\n\n再讲，[click] **要点**。\n\n[click:2]最后∥停')).toEqual([
      [{ text: '先讲。', click: 0, kind: 'words' }],
      [
        { text: '再讲，', click: 0, kind: 'words' },
        { text: '要点', click: 1, kind: 'stress' },
        { text: '。', click: 1, kind: 'words' },
      ],
      [
        { text: '最后', click: 3, kind: 'words' },
        { text: '∥', click: 3, kind: 'cue' },
        { text: '停', click: 3, kind: 'words' },
      ],
    ])
  })

  it('keeps the draft mark as a cue', () => {
    expect(parseNote('**【拟稿】**\n\n讲话')).toEqual([
      [{ text: '【拟稿】', click: 0, kind: 'cue' }],
      [{ text: '讲话', click: 0, kind: 'words' }],
    ])
  })

  it('keeps the lines of its sense-groups', () => {
    expect(words('同志们：\n今天开会。')).toEqual(['同志们：\n今天开会。'])
  })

  it.each([
    ['<img src=x onerror="alert(1)">讲话', '讲话'],
    ['<script>alert(1)</script>讲话', 'alert(1)讲话'],
    ['讲话<img src=x onerror=alert(1)', '讲话'],
    ['讲话<!-- 不念 -->完', '讲话完'],
    ['- 第一\n- 第二', '第一\n第二'],
  ])('%s is said as %s', (note, said) => {
    expect(words(note)).toEqual([said])
  })

  it.each(['', '   ', '[click]', '<!-- 无 -->'])('%j holds nothing', (note) => {
    expect(parseNote(note)).toEqual([])
  })
})

describe('the source of a note', () => {
  const mark = (click: number) => `<span class="slidev-note-click-mark" data-clicks="${click}"></span>`

  it('comes back from what Slidev makes of it', () => {
    expect(noteSource(`<p><strong>【拟稿】</strong></p>\n<p>同志们：${mark(1)} 讲话。<br>\n${mark(3)}完</p>\n`).trim())
      .toBe('**【拟稿】**\n\n\n同志们：[click:1] 讲话。\n\n[click:2]完')
  })

  it('has no pinyin and no tags, and entities as characters', () => {
    expect(noteSource('<p>萍<ruby>乡<rt>xiāng</rt></ruby> &amp;lt; &lt;img src=x&gt;</p>').trim()).toBe('萍乡 &lt; <img src=x>')
  })

  it('is nothing without a note', () => expect(noteSource(undefined)).toBe(''))
})

describe('the length of a text as spoken', () => {
  it.each([
    ['1.4亿', 4],
    ['2035年', 5],
    ['2035人', 7],
    ['2月3日', 4],
    ['28.6%', 8],
    ['，。“”《》——', 0],
    ['PPT', 3],
    ['上一本线的382人', 11],
  ])('%s: %i', (text, length) => {
    expect(spokenLength(text)).toBe(length)
  })

  it('is counted at each click, without cues', () => {
    expect(spokenByClick('**【拟稿】**\n\n同志们：[click] 2次／**大会**[click:2]完')).toEqual([3, 4, 0, 1])
    expect(spokenByClick('')).toEqual([0])
  })
})

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
