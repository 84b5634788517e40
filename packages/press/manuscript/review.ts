import type { LedgerEntry } from 'slidev-addon-speech/check/ledger'
import type { ManuscriptParagraph, ManuscriptRun } from './manuscript'
import { rangesOf, written } from 'slidev-addon-speech/check/ledger'
import { pendingIn } from 'slidev-addon-speech/pending'

/** Who asks in the copy that goes round: those comments are no news when it comes back */
export const REVIEWER = '核稿提示'

/** What is asked of a stretch of a paragraph */
export interface Question {
  start: number
  end: number
  text: string
}

/**
 * What the people who read a manuscript are asked: at every 【待核】, every draft and every figure of the ledger, whose
 * comment says where the source has it. In order, none within another.
 */
export function questionsOf({ kind, runs, draft }: ManuscriptParagraph, ledger: LedgerEntry[]): Question[] {
  if (kind !== 'words' && kind !== 'salutation')
    return []
  const found: Question[] = []
  let start = 0
  for (const { text, kind } of runs) {
    const end = start + text.length
    if (kind === 'draft' && draft)
      found.push({ start, end, text: '这一页是拟稿，原文没有：请审定。' })
    else if (kind === 'pending')
      found.push({ start, end, text: `请核实并填上：${pendingIn(text).join('、') || '此处'}。填好后删去这个记号。` })
    start = end
  }
  const text = runs.map(({ text }) => text).join('')
  for (const entry of ledger) {
    for (const [start, end] of rangesOf(written(entry), text))
      found.push({ start, end, text: `请核对“${written(entry)}”：${entry.counts}。原文出处：${entry.source}。` })
  }
  return found
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((question, index, all) => !all.slice(0, index).some(({ end }) => end > question.start))
}

/** Runs cut at the given places of their joined text */
export function cutRuns(runs: ManuscriptRun[], places: number[]): (ManuscriptRun & { start: number })[] {
  let start = 0
  return runs.flatMap(({ text, kind }) => {
    const from = start
    start += text.length
    const edges = [from, ...places.filter(place => place > from && place < start), start].sort((one, other) => one - other)
    return edges.slice(1).map((end, index) => ({ kind, start: edges[index], text: text.slice(edges[index] - from, end - from) })).filter(({ text }) => text)
  })
}
