import type { Element } from '@xmldom/xmldom'
import { chineseDigits, chineseNumeral } from 'slidev-addon-speech/chinese-numeral'
import { attribute, child, elements } from './word-xml'

/** Counts the paragraphs that Word numbers by itself, as it does with every “一、” that is typed */
export interface Numbering {
  /**
   * The number of the next paragraph.
   *
   * @param properties its `w:numPr`
   * @returns as Word shows it, e.g. `（一）`; empty for a bullet
   */
  next: (properties: Element) => string
}

interface Level {
  start: number
  format: string
  text: string
  /** Numbers of other levels in Arabic figures: 1.1 below 一 (ECMA-376, 17.9.4) */
  legal: boolean
}

/** @param root `w:numbering`; without it nothing is numbered */
export function numberingOf(root: Element | undefined): Numbering {
  const levelsOf = (parent: Element) => new Map(Array.from(parent.childNodes).flatMap((node) => {
    const level = node as Element
    return level.localName === 'lvl' ? [[Number(attribute(level, 'ilvl')), levelOf(level)] as const] : []
  }))
  const lists = new Map(elements(root, 'abstractNum').map(list => [attribute(list, 'abstractNumId')!, levelsOf(list)]))
  const uses = new Map(elements(root, 'num').map((use) => {
    const list = attribute(child(use, 'abstractNumId'), 'val') ?? ''
    const levels = new Map(lists.get(list))
    const restarts = new Map<number, number>()
    for (const override of elements(use, 'lvlOverride')) {
      const at = Number(attribute(override, 'ilvl'))
      const own = child(override, 'lvl')
      if (own)
        levels.set(at, levelOf(own))
      const start = attribute(child(override, 'startOverride'), 'val')
      if (start !== undefined)
        restarts.set(at, Number(start))
    }
    return [attribute(use, 'numId')!, { list, levels, restarts }]
  }))
  const counts = new Map<string, number[]>()

  return {
    next(properties) {
      const use = uses.get(attribute(child(properties, 'numId'), 'val') ?? '')
      const at = Number(attribute(child(properties, 'ilvl'), 'val') ?? 0)
      const level = use?.levels.get(at)
      if (!use || !level)
        return ''
      const count = counts.get(use.list) ?? []
      counts.set(use.list, count)
      const restart = use.restarts.get(at)
      use.restarts.delete(at)
      count.length = Math.min(count.length, at + 1)
      count[at] = restart ?? (count[at] === undefined ? level.start : count[at] + 1)
      return level.text.replace(/%(\d)/g, (_, digit) => {
        const shown = use.levels.get(Number(digit) - 1)
        return shown ? numeral(count[Number(digit) - 1] ?? shown.start, level.legal ? 'decimal' : shown.format) : ''
      })
    },
  }
}

function levelOf(level: Element): Level {
  const format = attribute(child(level, 'numFmt'), 'val') ?? 'decimal'
  return {
    start: Number(attribute(child(level, 'start'), 'val') ?? 1),
    format,
    legal: Boolean(child(level, 'isLgl')),
    text: format === 'bullet' || format === 'none' ? '' : attribute(child(level, 'lvlText'), 'val') ?? '',
  }
}

function numeral(number: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumeral(number)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return chineseDigits(String(number))
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, digit => String.fromCodePoint(Number(digit) + 0xFF10))
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCodePoint(0x245F + number) : String(number)
    case 'decimalEnclosedParen':
      return number <= 20 ? String.fromCodePoint(0x2473 + number) : `(${number})`
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'lowerLetter':
    case 'upperLetter': {
      const letter = String.fromCodePoint(97 + (number - 1) % 26).repeat(Math.ceil(number / 26))
      return format === 'upperLetter' ? letter.toUpperCase() : letter
    }
    case 'lowerRoman':
    case 'upperRoman':
      return format === 'upperRoman' ? roman(number) : roman(number).toLowerCase()
    default:
      return String(number)
  }
}

function roman(number: number): string {
  let rest = number
  return [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]
    .map(([value, sign]) => {
      const times = Math.floor(rest / (value as number))
      rest -= times * (value as number)
      return (sign as string).repeat(times)
    })
    .join('')
}
