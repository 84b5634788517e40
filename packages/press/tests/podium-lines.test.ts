import { loadDeck } from 'slidev-addon-speech/deck'
import { describe, expect, it } from 'vitest'
import { fixtureDeck } from '../../../tests/support/fixture-deck'
import { manuscriptOf } from '../manuscript/manuscript'
import { podiumLines } from '../manuscript/podium-lines'

const words = (text: string) => [{ text, kind: 'words' as const }]
const linesOf = (text: string, measure: number, indent = 0) => podiumLines(words(text), measure, indent).map(line => line.map(({ text }) => text).join(''))

describe('lines at the lectern', () => {
  it.each([
    ['a figure and its unit', '区教育局走进全区698户贫困学生家庭', 10, '698户'],
    ['an amount', '体育中心工程总投入1.4亿元比预期提前', 11, '1.4亿元'],
    ['a date', '请大家记住这一天2月11日全面铺开', 11, '2月11日'],
    ['an ordinal', '流田小学团队荣获我省第七届教育科研成果奖', 11, '第七届'],
    ['a person\'s office', '各相关部门的主要负责人召集起来', 10, '负责人'],
    ['a title', '走进课堂分享《寻味萍乡》系列', 9, '《寻味萍乡》'],
    ['a quoted name', '完成了对全区教师“教云教学通2.0”培训', 12, '“教云教学通2.0”'],
  ])('do not turn inside %s', (_, text, measure, whole) => {
    const lines = linesOf(text, measure)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe(text)
    expect(lines.filter(line => line.includes(whole))).toHaveLength(1)
  })

  it('turn after a punctuation mark, where it costs little', () => {
    expect(linesOf('城区学校的划片招生，高中学校的学位紧、就学难', 20)[0]).toBe('城区学校的划片招生，高中学校的学位紧、')
  })

  it('leave no short last line', () => {
    expect(linesOf('区委区政府明确要求全区教育系统认真抓好', 17).at(-1)!.length).toBeGreaterThanOrEqual(3)
  })

  it('make room for the first line\'s indent', () => {
    const text = '今天我们召开全区教育行政会议研究部署'
    expect(linesOf(text, 10, 4)[0].length).toBeLessThanOrEqual(6)
  })

  it('keep stress and marks where they are', () => {
    const runs = [...words('我们要办好'), { text: '人民满意的教育', kind: 'stress' as const }, ...words('，一件一件抓好落实')]
    const lines = podiumLines(runs, 9, 0)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.flat().filter(({ kind }) => kind === 'stress').map(({ text }) => text).join('')).toBe('人民满意的教育')
    expect(lines.flat().map(({ text }) => text).join('')).toBe(runs.map(({ text }) => text).join(''))
  })

  it('hold every paragraph of the speech, none too long', async () => {
    for (const { runs } of manuscriptOf(await loadDeck(fixtureDeck), fixtureDeck).paragraphs) {
      const lines = podiumLines(runs, 22, 2).map(line => line.map(({ text }) => text).join(''))
      expect(lines.join('')).toBe(runs.map(({ text }) => text).join(''))
      expect(lines.filter(line => line.length > 24)).toEqual([])
    }
  })
})
