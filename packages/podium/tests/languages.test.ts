import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from '@vue/compiler-sfc'
import { describe, expect, it } from 'vitest'
import { english } from '../languages/en'
import { edit, editsFor } from '../languages/slidev-views'
import { wordsOf } from '../languages/words-of'
import { chinese } from '../languages/zh-CN'

const client = dirname(createRequire(import.meta.url).resolve('@slidev/client/package.json'))
const source = (file: string) => readFileSync(join(client, file), 'utf8')

describe('the language of podium', () => {
  it.each([
    ['zh-CN', chinese],
    ['zh', chinese],
    ['zh-Hant-TW', chinese],
    ['en', english],
    ['fr', english],
    ['zhuang', english],
    [undefined, english],
  ])('for a deck in %s', (lang, words) => {
    expect(wordsOf(lang)).toBe(words)
  })

  it.each([[877, '剩余 14:37'], [0, '剩余 0:00'], [-3, '超时 0:03'], [-3723, '超时 1:02:03']])('%d s left: %s', (seconds, shown) => {
    expect(chinese.clock.left(seconds)).toBe(shown)
  })

  it.each([[80, '慢 1:20'], [-40, '快 0:40'], [0, '正点'], [9, '正点'], [-9, '正点'], [10, '慢 0:10']])('%d s behind: %s', (seconds, shown) => {
    expect(chinese.clock.lag(seconds)).toBe(shown)
  })

  it('has the clock in English', () => {
    expect([-3, 877].map(english.clock.left)).toEqual(['Over 0:03', 'Left 14:37'])
    expect([80, -40, 9].map(english.clock.lag)).toEqual(['behind 1:20', 'ahead 0:40', 'on time'])
  })
})

describe.each([['English', english], ['Chinese', chinese]])('the views of Slidev in %s', (_, words) => {
  const edits = editsFor(words)

  it.each(Object.keys(edits))('%s still has what is replaced, and compiles', (file) => {
    const edited = edit(file, source(file), edits[file])
    if (file.endsWith('.vue'))
      expect(parse(edited).errors).toEqual([])
  })
})

describe('the views of Slidev', () => {
  it('keep their English in an English deck', () => {
    const file = 'internals/Settings.vue'
    expect(editsFor(english)[file]).toBeUndefined()
    expect(edit(file, source(file), editsFor(chinese)[file])).toContain('title="反色"')
  })

  it('stop a build that would leave words as they are, with the file and the word', () => {
    const file = 'pages/entry.vue'
    expect(() => edit(file, source(file).replace('Notes\n', 'Speaker notes\n'), editsFor(chinese)[file])).toThrow(/entry\.vue no longer has .*Notes/)
  })

  it('are found by whole words: those that a longer text begins with stay', () => {
    const [[word, instead]] = editsFor(chinese)['pages/entry.vue']
    expect(edit('x.vue', '<b>Slides</b><b>Slides now</b>{{ n }} Slides {{ m }}', [[word, instead]])).toBe('<b>幻灯片</b><b>Slides now</b>{{ n }} 幻灯片 {{ m }}')
  })
})
