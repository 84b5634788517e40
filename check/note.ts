import { distance } from 'fastest-levenshtein'

export interface NoteFault {
  /** Of the note */
  offset: number
  message: string
}

/** In brackets of either width, something that looks like `click`, closed or not */
const MARKISH = /[[【［]\s*([a-z]+)(?:\s*[:：]\s*([^\]】］\n，。；、]*))?\s*[\]】］]?/gi
const MARK = /^\[click(?::\d+)?\]$/i

/**
 * What is wrong with the click marks of a note.
 *
 * @param note its source
 * @param clicks how many clicks the slide has; undefined if that shows only in the browser
 */
export function clickMarkFaults(note: string, clicks?: number): NoteFault[] {
  const faults: NoteFault[] = []
  let total = 0
  for (const { 0: mark, 1: word, 2: count = '1', index } of note.matchAll(MARKISH)) {
    if (!MARK.test(mark)) {
      if (looksLikeClick(word.toLowerCase()))
        faults.push({ offset: index, message: `翻页标记“${mark.trim()}”写得不对，讲稿里会照原样显示；请写成 [click]，一次按两下写 [click:2]，方括号和冒号都用半角` })
      continue
    }
    total += Number(count)
    if (clicks !== undefined && total > clicks)
      return [...faults, { offset: index, message: beyond(mark, total, clicks) }]
  }
  return faults
}

/** Two wrong letters at most, one if the first is wrong: not link or block */
function looksLikeClick(word: string): boolean {
  return distance(word, 'click') <= (word.startsWith('c') ? 2 : 1)
}

function beyond(mark: string, total: number, clicks: number): string {
  return clicks === 0
    ? `翻页标记“${mark}”用不上：这一页没有要按翻页笔才出来的内容；请删去它`
    : `翻页标记“${mark}”数到第 ${total} 下，这一页只有 ${clicks} 下；请删去多余的标记`
}
