import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inChinese, layoutPage, parseLayout, propertiesOf, readLayouts } from '../../docs/gallery/layout-page'

const source = `<!-- One sentence
that fills the slide. -->
<script setup lang="ts">
defineProps<{
  /** The sentence */
  statement: string
}>()
</script>`

describe('a layout\'s file', () => {
  it('says what it is for and what it takes', () => {
    expect(parseLayout('statement', source)).toEqual({
      name: 'statement',
      purpose: 'One sentence that fills the slide.',
      props: '/** The sentence */\nstatement: string',
    })
  })

  it('may take nothing', () => {
    expect(parseLayout('agenda', '<!-- The agenda. -->\n<template><slot /></template>').props).toBeUndefined()
  })

  it('must say what it is for', () => {
    expect(() => parseLayout('statement', '<template><slot /></template>')).toThrow('layouts/statement.vue')
  })
})

const words = { statement: { 用途: '一句话占满页面。', 属性: { statement: '这句话' } } }

it('the page shows a layout without a slide as well, in both languages', () => {
  const page = layoutPage([parseLayout('statement', source)], words)
  expect(page).toContain('## statement\n\nOne sentence that fills the slide.\n\n一句话占满页面。\n\n```ts')
  expect(page).toContain('\n| `statement` | 这句话 |\n')
})

describe('a layout\'s words in Chinese', () => {
  const layouts = [parseLayout('statement', source)]

  it('name what it takes, however deep', () => {
    expect(propertiesOf({ name: 'a', purpose: 'b', props: '/** One: two */\nlevels: {\n  /** One */\n  by?: string\n}[]\nkind: \'rows\' | \'lines\'' })).toEqual(['levels', 'by', 'kind'])
    expect(inChinese(layouts, words)).toBe(words)
  })

  it.each([
    ['lacks a layout', {}, 'statement'],
    ['lacks a property', { statement: { 用途: '', 属性: {} } }, 'statement: statement'],
    ['has a property too many', { statement: { 用途: '', 属性: { statement: '', glyph: '' } } }, 'statement: glyph'],
    ['has a layout too many', { ...words, cover: words.statement }, 'cover'],
  ])('are refused where the file %s', (_, file, wrong) => {
    expect(() => inChinese(layouts, file)).toThrow(new RegExp(`there: ${wrong}$`))
  })
})

describe('docs/layouts.md', () => {
  const page = readFileSync('docs/layouts.md', 'utf8')

  const chinese = inChinese(readLayouts())

  it.each(readLayouts())('shows $name as it is now; `npm run gallery` makes it anew', ({ name, purpose, props }) => {
    expect(page).toContain(`\n## ${name}\n\n${purpose}\n\n${chinese[name].用途}\n`)
    expect(page).toContain(props ?? '')
  })
})
