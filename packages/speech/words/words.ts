import { RESPUN_WORDS } from './garbled-words'

/** What is wrong in a text, and where */
export interface WordFault {
  /** Where it begins in the text */
  index: number
  /** As it stands there, with a few characters around it */
  found: string
  /** What to write instead, and by which rule; in Chinese */
  advice: string
}

interface Rule {
  pattern: RegExp
  /** What to write instead of the match */
  right: (match: RegExpMatchArray, text: string) => string
  reason: string
  /** Whether it is for headings and captions only */
  headings?: boolean
}

const HAN = '\\p{Script=Han}'
const CHINESE = `[${HAN}“”‘’《》（）【】、，。；：！？…]`
const FULL_WIDTH: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。', '(': '（', ')': '）' }
const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?'

/** Of numbers that are counted, each with its own per cent sign or 万 */
const RANGES: Rule[] = [
  {
    // a dash that joins numbers which are counted: 3-5年, and not 0799-1234567, 2023-09-01 or GB/T 9704-2012
    pattern: new RegExp(`(?<![\\w.,~～—–-])(${NUMBER})([%％‰万亿]?)(?:--|[-–~〜∼])(${NUMBER})([%％‰万亿]?)(?=(?<=[%％‰])|${HAN})`, 'gu'),
    right: ([, from, fromUnit, to, unit], text) => /^(?:19|20)\d\d$/.test(from) && text.includes(`${to}年`) ? `${from}—${to}` : `${from}${fromUnit || unit}～${to}${unit}`,
    reason: '数值范围用“～”，年份起止用“—”，前后两个数都带单位',
  },
  {
    pattern: new RegExp(`(?<![\\d.,])(${NUMBER})([～—])(${NUMBER})([%％‰万亿])`, 'g'),
    right: ([, from, mark, to, unit]) => `${from}${unit}${mark}${to}${unit}`,
    reason: '数值范围前后两个数都带百分号或万、亿',
  },
]

/** GB/T 15834—2011 for punctuation, GB/T 15835—2011 for numerals */
const RULES: Rule[] = [
  {
    pattern: new RegExp(`(?<=${CHINESE})[,;:!?]|[,;:!?](?=${CHINESE})|(?<=${HAN})\\.(?!\\.)|(?<=${CHINESE})[()]|[()](?=${CHINESE})`, 'gu'),
    right: ([mark]) => FULL_WIDTH[mark],
    reason: '中文里用全角标点',
  },
  {
    pattern: /"/g,
    right: ({ index }, text) => text.slice(0, index).split('"').length % 2 === 1 ? '“' : '”',
    reason: '引号用“”，不用直引号',
  },
  {
    pattern: /(?<![a-z])'|'(?![a-z])/gi,
    right: ({ index }, text) => text.slice(0, index).split('\'').length % 2 === 1 ? '‘' : '’',
    reason: '引号用‘’，不用直引号',
  },
  {
    pattern: /\.{3,}|。{2,}|·{3,}|…{3,}|(?<!…)…(?!…)/g,
    right: () => '……',
    reason: '省略号是六个点，占两个字',
  },
  ...RANGES,
  {
    pattern: /”、“|》、《/g,
    right: ([marks]) => marks.replace('、', ''),
    reason: '并列的引号、书名号之间不用顿号',
  },
  {
    pattern: /。(?=\s*$)/g,
    right: () => '',
    reason: '标题、图表文字末尾不用句号',
    headings: true,
  },
  ...Object.entries(RESPUN_WORDS).map(([respun, meant]) => ({
    pattern: new RegExp(respun.replaceAll('.', '\\.'), 'g'),
    right: () => meant,
    reason: '原文在这里被换过词',
  })),
]

/** A figure as the rules for ranges have it: 3-5万个 → 3万～5万个 */
export function withRightRanges(figure: string): string {
  return RANGES.reduce((text, { pattern, right }) => text.replace(pattern, (...match: string[]) => right(match as RegExpMatchArray, text)), figure)
}

/** Characters that are shown on each side of a fault */
const AROUND = 3

/**
 * Faults of punctuation, numerals and wording in a Chinese text, in order.
 *
 * @param text plain, without markup; paragraphs are parted by blank lines
 * @param heading whether it is a heading or caption, which ends without 句号
 */
export function wordFaults(text: string, heading = false): WordFault[] {
  const faults = RULES.filter(({ headings }) => heading || !headings).flatMap(({ pattern, right, reason }) =>
    [...text.matchAll(pattern)].map((match) => {
      const { index, 0: { length } } = match
      const [before, after] = surroundings(text, index, length)
      return {
        index,
        found: `${before}${match[0]}${after}`,
        advice: `写成「${before}${right(match, text)}${after}」：${reason}`,
      }
    }))
  return [...faults, ...pairFaults(text)].sort((one, other) => one.index - other.index)
}

const PAIRS: Record<string, string> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '（': '）', '【': '】', '〔': '〕', '「': '」', '『': '』' }
const CLOSING = Object.values(PAIRS)

/** Brackets and quotation marks without their other half */
function pairFaults(text: string): WordFault[] {
  const faults: WordFault[] = []
  const report = (index: number, advice: string) => {
    const [before, after] = surroundings(text, index, 1)
    faults.push({ index, found: `${before}${text[index]}${after}`, advice })
  }
  const open: number[] = []
  const unclosed = (index: number) => report(index, `「${text[index]}」没有配对的「${PAIRS[text[index]]}」，请补上`)

  for (const { index, 0: mark } of text.matchAll(/\n\s*\n|[“”‘’《》〈〉（）【】〔〕「」『』]/g)) {
    if (mark.startsWith('\n')) {
      // a quotation of several paragraphs opens each of them, and closes in the last
      const goesOn = text[index + mark.length] === '“'
      open.splice(0).filter(at => !(goesOn && text[at] === '“')).forEach(unclosed)
    }
    else if (mark === '’' && /[a-z]/i.test(text[index - 1] ?? '')) {
      // an apostrophe
    }
    else if (mark in PAIRS) {
      const outer = open.at(-1)
      if (outer !== undefined && text[outer] === mark && '“‘'.includes(mark))
        report(index, `引号里再用引号，里面一层写「${mark === '“' ? '‘’' : '“”'}」；若不是，前一个「${mark}」没有配对`)
      open.push(index)
    }
    else {
      const partner = open.findLastIndex(at => PAIRS[text[at]] === mark)
      if (partner >= 0)
        open.splice(partner).slice(1).forEach(unclosed)
      else if (!/(?:^|\n)[\da-z]+$/i.test(text.slice(0, index))) // 1） numbers a point
        report(index, `「${mark}」没有配对的「${Object.keys(PAIRS)[CLOSING.indexOf(mark)]}」，请补上`)
    }
  }
  open.forEach(unclosed)
  return faults
}

/** What stands before and after on the same line, a few characters each */
function surroundings(text: string, index: number, length: number): [string, string] {
  const before = text.slice(Math.max(0, index - AROUND), index).split('\n').at(-1)!.trimStart()
  const after = text.slice(index + length, index + length + AROUND).split('\n')[0].trimEnd()
  return [before, after]
}
