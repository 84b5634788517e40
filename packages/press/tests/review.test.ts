import { describe, expect, it } from 'vitest'
import { questionsOf } from '../manuscript/review'

const words = (text: string) => ({ kind: 'words' as const, text })
const ledger = [{ key: 'homes', value: 698, unit: '户', counts: '走访的家庭', source: '一（二）' }]

describe('the copy of the manuscript that goes round', () => {
  it('asks about what is to be confirmed, about drafts and about figures, in order', () => {
    const paragraph = { kind: 'words' as const, draft: true, runs: [{ kind: 'draft' as const, text: '【拟稿】' }, words('走访698户，由'), { kind: 'pending' as const, text: '【待核：科室】' }, words('办。')] }
    expect(questionsOf(paragraph as Parameters<typeof questionsOf>[0], ledger).map(({ start, end, text }) => [start, end, text])).toEqual([
      [0, 4, '这一页是拟稿，原文没有：请审定。'],
      [6, 10, '请核对“698户”：走访的家庭。原文出处：一（二）。'],
      [12, 19, '请核实并填上：科室。填好后删去这个记号。'],
    ])
  })

  it('asks nothing about the speaker’s own marks', () => {
    expect(questionsOf({ kind: 'words', runs: [words('讲'), { kind: 'cue', text: '【翻页】' }] } as Parameters<typeof questionsOf>[0], [])).toEqual([])
  })
})
