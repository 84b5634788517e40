import type { WordFault } from './words'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const PHRASES = Object.entries(parse(readFileSync(new URL('register.yaml', import.meta.url), 'utf8')) as Record<string, string>)

/** Characters that can be spoken up to a stop */
const LONGEST = 90
/** Seen by the speaker and not said */
const UNSAID = /【[^】]*】/g
/** Times that a paragraph may name the district */
const MOST_OWN = 2
/** Characters by which a warning quotes a sentence */
const QUOTED = 12

/**
 * What in a note doesn't sound like a speech at such a meeting, in order: colloquial phrases, sentences of more than 90
 * characters without 。；？！ (the marks in between counted, 【…】 not), and 我区 more than twice in a paragraph.
 *
 * @param text plain, without markup; paragraphs are parted by blank lines
 * @param isSaid whether it is said in one breath after another; what a slide shows is not
 */
export function registerFaults(text: string, isSaid = true): WordFault[] {
  return [
    ...PHRASES.flatMap(([phrase, advice]) => [...text.matchAll(new RegExp(phrase, 'g'))]
      .map(({ index }) => ({ index, found: phrase, advice: `偏口语：${advice}` }))),
    ...[...text.matchAll(/(?:[^。；？！\n]|\n(?!\s*\n))+/g)].flatMap(({ index, 0: run }) => {
      const sentence = run.trim()
      const length = sentence.replace(UNSAID, '').replace(/\s/g, '').length
      return isSaid && length > LONGEST
        ? [{ index: index + run.indexOf(sentence), found: sentence.slice(0, QUOTED), advice: `这一句 ${length} 字，中间没有句号、分号，超过 ${LONGEST} 字，一口气念不完；请断开` }]
        : []
    }),
    ...[...text.matchAll(/(?:.|\n(?!\s*\n))+/g)].flatMap(({ index, 0: paragraph }) => {
      const own = [...paragraph.matchAll(/我区/g)]
      const third = own[MOST_OWN]
      return third ? [{ index: index + third.index, found: paragraph.slice(third.index, third.index + QUOTED).trimEnd(), advice: `这一段有 ${own.length} 处“我区”；请省去几处，或换成“全区”` }] : []
    }),
  ].sort((one, other) => one.index - other.index)
}

/** Each 本学年 of a text; a fault where the same deck says 新学年 as well */
export function schoolYearFaults(text: string): WordFault[] {
  return [...text.matchAll(/本学年/g)].map(({ index }) => ({ index, found: '本学年', advice: '全稿里“本学年”“新学年”混用；请统一成一种' }))
}
