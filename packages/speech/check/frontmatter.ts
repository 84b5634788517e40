import type { SlideInfo } from '@slidev/types'
import type { Fields, Shape, Vocabulary } from './vocabulary'
import { say } from '../languages/say'
import { paceFault } from '../pace'
import { nearest } from './nearest'
import { DECK_KEYS, OWN_DECK_KEYS, OWN_KEYS, SLIDE_KEYS } from './vocabulary'

export interface FrontmatterFault {
  /** Of the item, as `['rows', 0, 'after']` */
  path: (string | number)[]
  message: string
}

type Frontmatter = SlideInfo['frontmatter']

/** Frontmatter of Slidev that becomes a name: of a window, a file, a document */
const ONE_LINES = ['title', 'titleTemplate', 'info', 'author', 'keywords']

/**
 * What a slide's frontmatter gets wrong.
 *
 * @param frontmatter with the headmatter's `defaults`
 * @param page from 1; the headmatter is the first slide's frontmatter
 */
export function frontmatterFaults(frontmatter: Frontmatter, page: number, { layouts, propsOf }: Vocabulary): FrontmatterFault[] {
  const layout = layoutOf(frontmatter, page)
  const props = propsOf(layout)
  if (!props)
    return [{ path: ['layout'], message: say.mistakes.noLayout(layout, nearest(layout, layouts)) }]

  const own: Fields = { ...props, ...OWN_KEYS, ...page === 1 ? OWN_DECK_KEYS : {} }
  const known = [...new Set([...Object.keys(own), ...SLIDE_KEYS, ...page === 1 ? DECK_KEYS : []])]
  const unknown = Object.keys(frontmatter).filter(key => !known.includes(key))
  const meant = unknown.map(key => nearest(key, Object.keys(own)))
  return [
    ...unknown.map(key => ({ path: [key], message: unknownKey(key, `${layout} 版式`, known) })),
    ...fieldFaults(frontmatter, own, [], `${layout} 版式`).filter(({ path: [key] }) => !meant.includes(String(key))),
    ...ONE_LINES.filter(key => !(key in own) && (key === 'title' || page === 1)).flatMap(key => oneLineFaults(key, frontmatter[key])),
    ...timingFaults(frontmatter),
  ]
}

function oneLineFaults(key: string, value: unknown): FrontmatterFault[] {
  if (value === undefined || value === null)
    return []
  if (Array.isArray(value))
    return [{ path: [key], message: `${key} 须是一句话，而不是列表；请写成一行，用逗号隔开：${value.join(',')}` }]
  if (typeof value !== 'string')
    return [{ path: [key], message: `${key} 须是文字；请加上单引号：'${typeof value === 'object' ? '……' : value}'` }]
  return key !== 'info' && value.trim().includes('\n') ? [{ path: [key], message: `${key} 有不止一行；请写成一行` }] : []
}

/** The layout that Slidev takes where none is given */
export function layoutOf({ layout }: Frontmatter, page: number): string {
  return String(layout ?? (page === 1 ? 'cover' : 'default'))
}

function unknownKey(key: string, owner: string, known: string[]): string {
  return `${owner}没有“${key}”这一项；${didYouMean(key, known) || `可写的有：${known.slice(0, 8).join('、')}；`}请改正或删去`
}

function didYouMean(word: string, names: string[]): string {
  const guess = nearest(word, names)
  return guess ? `是不是 ${guess}？` : ''
}

function timingFaults({ pace, duration }: Frontmatter): FrontmatterFault[] {
  const fault = paceFault(pace)
  return [
    ...fault ? [{ path: ['pace'], message: fault }] : [],
    ...duration === undefined ? [] : [{ path: ['duration'], message: 'duration 不必写：讲话时长由讲稿的字数和 pace（每分钟字数）算出；请删去这一行' }],
  ]
}

function fieldFaults(data: Record<string, unknown>, fields: Fields, path: FrontmatterFault['path'], owner: string): FrontmatterFault[] {
  return Object.entries(fields).flatMap(([key, { shape, required }]) => {
    const value = data[key]
    if (value === undefined || value === null)
      return required ? [{ path: [...path, key], message: `${itemName([...path, key])} ${value === null ? '是空的' : '没有写'}；${owner}要有这一项，请写上${describe(shape)}` }] : []
    return valueFaults(value, shape, [...path, key])
  })
}

function valueFaults(value: unknown, shape: Shape, path: FrontmatterFault['path']): FrontmatterFault[] {
  const fault = (message: string) => [{ path, message: `${itemName(path)} ${message}` }]
  switch (shape.kind) {
    case 'any':
      return []
    case 'number': {
      const isNumber = typeof value === 'number' && Number.isFinite(value)
      return isNumber || path.join() === 'pace' ? [] : fault(`须是一个有限的数，而不是 ${JSON.stringify(value) ?? String(value)}；请写阿拉伯数字，不带引号和单位`)
    }
    case 'flag':
      if (typeof value === 'boolean')
        return []
      return path.join() === 'draft'
        ? fault(`只能是 true（拟稿）或 false，而不是 ${JSON.stringify(value)}；请改正，已定稿就删去这一行`)
        : fault(`只能是 true 或 false，而不是 ${JSON.stringify(value)}；请改正`)
    case 'choice':
      return shape.of.includes(value as string) ? [] : fault(`只能是 ${shape.of.join('、')} 之一，而不是 ${JSON.stringify(value)}；${didYouMean(String(value), shape.of)}请改正`)
    case 'text':
      if (typeof value === 'string')
        return value.trim() ? [] : fault('是空的；请写上，不要这一项就删去这一行')
      return fault(typeof value === 'object'
        ? `须是一句话，而不是${Array.isArray(value) ? '列表' : '几个小项'}；话里有“: ”或用 [ { 开头时，请放进单引号 ' '`
        : `须是文字；请加上单引号：'${value}'`)
    case 'list':
      if (!Array.isArray(value))
        return fault(`须是${describe(shape)}；请改正`)
      return value.length === 0 ? fault('是空的列表；请至少写一条') : value.flatMap((item, index) => valueFaults(item, shape.of, [...path, index]))
    case 'record': {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return fault(`须是${describe(shape)}；请改正`)
      const unknown = Object.keys(value).filter(key => !(key in shape.fields))
      const meant = unknown.map(key => nearest(key, Object.keys(shape.fields)))
      const missing = fieldFaults(value as Record<string, unknown>, shape.fields, path, '这里').filter(({ path }) => !meant.includes(String(path.at(-1))))
      return [
        ...unknown.map(key => ({ path: [...path, key], message: unknownKey(key, `${itemName(path)} 里`, Object.keys(shape.fields)) })),
        ...missing,
      ]
    }
  }
}

/** As an editor counts: `rows 第 1 条的 after` */
function itemName(path: FrontmatterFault['path']): string {
  return path.map((name, depth) => typeof name === 'number' ? ` 第 ${name + 1} 条` : depth === 0 ? name : `的 ${name}`).join('')
}

/** What has to be written, for who has written something else */
function describe(shape: Shape): string {
  switch (shape.kind) {
    case 'number': return '一个数，不带引号和单位'
    case 'flag': return 'true 或 false'
    case 'choice': return `${shape.of.join('、')} 之一`
    case 'list': return `列表，每条一行，用“- ”开头${shape.of.kind === 'record' ? `，写明 ${names(shape.of.fields)}` : ''}`
    case 'record': return `几个小项：${names(shape.fields)}`
    default: return '一句话'
  }
}

function names(fields: Fields): string {
  return Object.keys(fields).filter(key => fields[key].required).join('、')
}
