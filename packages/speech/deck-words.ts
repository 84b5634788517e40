import type { DoubtfulName } from './review'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const FILE = 'words.yaml'

/** A warning that the editor has weighed and answers with a reason */
export interface Silenced {
  /** As the warning quotes it */
  text: string
  reason: string
}

/** What a deck's words.yaml says of its names and its wording; without the file, nothing */
export interface DeckWords {
  names: DoubtfulName[]
  silenced: Silenced[]
}

/**
 * @param root folder of slides.md
 * @throws Error that names the entry that is incomplete
 */
export function readDeckWords(root: string): DeckWords {
  const file = join(root, FILE)
  const data = existsSync(file) ? parse(readFileSync(file, 'utf8')) ?? {} : {}
  return {
    names: listOf(data, 'names', ['name', 'why']),
    silenced: listOf(data, 'silenced', ['text', 'reason']),
  }
}

function listOf(data: any, key: string, fields: string[]): any[] {
  const list = data[key] ?? []
  const example = `- {${fields.map(field => `${field}: …`).join(', ')}}`
  if (!Array.isArray(list))
    throw new Error(`${FILE} 的 ${key} 要写成一项一行：${example}；请改正`)
  list.forEach((item, index) => {
    const missing = fields.find(field => typeof item?.[field] !== 'string' || !item[field].trim())
    if (missing)
      throw new Error(`${FILE} 的 ${key} 第 ${index + 1} 项缺 ${missing}；请写成 ${example}`)
  })
  return list
}
