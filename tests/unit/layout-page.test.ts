import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layoutPage, parseLayout, readLayouts } from '../../docs/gallery/layout-page'

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

it('the page shows a layout without a slide as well', () => {
  expect(layoutPage([parseLayout('statement', source)])).toContain('## statement\n\nOne sentence that fills the slide.\n\n```ts')
})

describe('docs/layouts.md', () => {
  const page = readFileSync('docs/layouts.md', 'utf8')

  it.each(readLayouts())('shows $name as it is now; `npm run gallery` makes it anew', ({ name, purpose, props }) => {
    expect(page).toContain(`\n## ${name}\n\n${purpose}\n`)
    expect(page).toContain(props ?? '')
  })
})
