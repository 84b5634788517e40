import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparisonText } from '../manuscript/comparison-report'
import { writeDeck } from './support/marked-deck'
import { imported } from './support/round-trip'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'word-processor-'))
  writeDeck(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A file that LibreOffice Writer wrote; fixtures/libreoffice/edit.py says how */
const edited = (name: string) => readFileSync(new URL(`fixtures/libreoffice/${name}.docx`, import.meta.url))

async function bring(name: string) {
  const { comparison, said, deck, changed } = await imported(folder, edited(name))
  const before = deck.slides.map(({ note }) => note)
  const notes = changed.slides.map(({ note }) => note)
  const saidOn = (page: number) => said.find(slide => slide.page === page)!.paragraphs
  return { comparison, saidOn, notes, changedPages: notes.flatMap((note, index) => note === before[index] ? [] : [index + 1]) }
}

describe('a manuscript that came through LibreOffice', () => {
  it('is unchanged where it was only opened and saved', async () => {
    const { comparison, changedPages } = await bring('opened-and-saved')
    expect(changedPages).toEqual([])
    expect(comparisonText(comparison)).toBe('讲稿没有改动。')
  })

  it.each(['words-tracked', 'words'])('brings its words back, and leaves the marks of the notes (%s)', async (name) => {
    const { comparison, notes, changedPages } = await bring(name)
    expect(changedPages).toEqual([1, 2, 6, 7])
    expect(notes[0]).toBe('同志们：\n\n今天，我们召开全区教育工作会议。会议的任务有三项，一是总结，二是部署。')
    expect(notes[1]).toBe('先讲总结。一年来，全区师生**守望相助**，取得了／来之不易的成绩。\n\n[click] 再讲部署。新学年要在**五个方面**下功夫【待核：是否五个方面】，一项一项抓好、一级一级落实。【翻页】')
    expect(notes[5]).toBe('复学以来，一校一案、一班一策，**医生驻校**、警力护校，师生平安。\n\n[click] 投入【待核：投入金额】，改扩建学校6所。')
    expect(notes[6]).toBe('下一步，要把好的做法坚持下去，把短板补上来。\n\n时间紧，任务重，要马上动起来。\n\n各学校、各科室要对照清单，逐项落实到人、落实到天。')
    expect(comparison.slides.flatMap(({ strays }) => strays)).toEqual([expect.objectContaining({ mark: '[click]' })])
    expect(comparison.figures).toEqual([expect.stringContaining('“三项”是台账里没有的数')])
  })

  it('brings paragraphs back that were split, and made one', async () => {
    const { saidOn, changedPages } = await bring('split-and-merged-tracked')
    expect(changedPages).toEqual([1, 7])
    expect(saidOn(1).slice(1)).toEqual(['今天，我们召开全区教育工作会议。', '会议的任务有两项，一是总结，二是部署。'])
    expect(saidOn(7)).toEqual(['下一步，要把好的做法坚持下去，把短板补上来。各学校、各科室要对照清单，逐项落实到人、落实到天。'])
  })

  it('brings a paragraph back on the slide to which it was moved', async () => {
    const { comparison, saidOn, notes } = await bring('moved-tracked')
    const moved = '疫情期间，我们逐户摸排，为698户困难家庭的701名学生送去了设备。没有一名学生因设备问题上不了网课。'
    expect(saidOn(4)).not.toContain(moved)
    expect(saidOn(6)[1]).toBe(moved)
    expect(notes[3]?.match(/\[click(?::2)?\]/g)).toEqual(['[click]', '[click:2]'])
    expect(comparisonText(comparison)).toMatch(/（移到第 6 页）.*（由第 4 页移来）/s)
  })

  it('lists its comments, with their authors and places', async () => {
    const { comparison, notes, changedPages } = await bring('comments')
    expect(changedPages).toEqual([2])
    expect(notes[1]).toContain('全区师生同舟共济，取得了／可喜的成绩。')
    expect(comparison.comments).toEqual([
      expect.objectContaining({ author: '王局长', page: 2, about: '可喜的成绩', text: '“可喜”是否改为“显著”？' }),
      expect.objectContaining({ author: '李科长', page: 6, about: '一校一案', text: '请核对' }),
    ])
    expect(comparisonText(comparison)).toContain('李科长，第 6 页，“一校一案”：请核对') // LibreOffice wrote a day that is none
  })

  it('says the numbers that the word processor counts by itself', async () => {
    const { saidOn } = await bring('numbered')
    expect(saidOn(7).map(text => text.replace(/\s/g, ''))).toEqual([expect.stringMatching(/^1\.下一步/), expect.stringMatching(/^2\.各学校/)])
  })

  it('names a changed heading with its slide, and does not write it', async () => {
    const { comparison, changedPages } = await bring('heading-tracked')
    expect(changedPages).toEqual([8])
    expect(comparison.headings).toEqual([expect.objectContaining({ page: 3, before: '一、凝心聚力，双胜利', after: '一、凝聚人心，双胜利' })])
  })
})
