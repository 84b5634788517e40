import type { SlidevData } from '@slidev/types'
import type { Deck } from 'slidev-addon-speech/deck'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deckOf } from '../copies/copy'
import { filesOfOthers } from '../copies/files'
import { copy } from '../copies/plugin'

const deck = { slides: [{}, { internal: true }, {}, {}].map((frontmatter, index) => ({ index, frontmatter, note: `note ${index + 1}` })) } as Pick<Deck, 'slides'>

/** The notes of a copy's slides, by the pages that they have in it */
const notes = (range: string | undefined, attendees: boolean) => Object.fromEntries(deckOf(deck, { range, attendees }).slides.map(({ index, note }) => [index + 1, note]))

describe('a copy of a deck', () => {
  it('is the whole one for the speaker', () => {
    expect(notes(undefined, false)).toEqual({ 1: 'note 1', 2: 'note 2', 3: 'note 3', 4: 'note 4' })
  })

  it('goes without notes and internal slides for attendees, numbered anew', () => {
    expect(notes(undefined, true)).toEqual({ 1: undefined, 2: undefined, 3: undefined })
  })

  it('holds the range that the pages of the whole deck say', () => {
    expect(notes('2-3', false)).toEqual({ 1: 'note 2', 2: 'note 3' })
    expect(notes('2-3', true)).toEqual({ 1: undefined })
  })

  it('is refused where nothing is left', () => {
    expect(() => notes('2', true)).toThrow('internal')
    expect(() => notes('5', false)).toThrow('共 4 页')
  })

  it('leaves the deck itself alone', () => {
    notes('2-3', true)
    expect(deck.slides[2]).toMatchObject({ index: 2, note: 'note 3' })
  })
})

it('takes no file along that only left-out and hidden slides name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'public-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'public/photos'), { recursive: true })
  for (const file of ['both.png', 'inner.png', 'photos/inner.png', 'hidden 照片.jpg', 'favicon.svg'])
    writeFileSync(join(folder, 'public', file), '')
  const sources = ['![](/both.png) ![](/photos/inner.png)', '![](/inner.png) /both.png', '![](/hidden%20照片.jpg)'].map(raw => ({ raw }))
  const deck = { slides: sources.slice(0, 2).map(source => ({ source })), markdownFiles: { 'slides.md': { slides: sources } } } as unknown as SlidevData
  expect(filesOfOthers(deck, deck.slides.slice(0, 1), folder).sort()).toEqual(['hidden 照片.jpg', 'inner.png'])
})

it('takes frontmatter that nothing reads out of a build without notes', () => {
  const press = fileURLToPath(new URL('..', import.meta.url))
  const slide = { index: 0, frontmatter: { layout: 'statement', memo: 'secret', asked: 'in the slide' }, content: '{{ $frontmatter.asked }}', note: 'words', source: { raw: '' } }
  const options = { data: { slides: [slide], markdownFiles: {}, headmatter: { defaults: { memo: 'secret' } }, config: { title: 'Talk', memo: 'secret' } }, roots: [press], clientRoot: press, userRoot: press, withoutNotes: true }
  copy(options as unknown as Parameters<typeof copy>[0])
  expect(options.data).toMatchObject({ config: { title: 'Talk' }, slides: [{ frontmatter: { layout: 'statement', asked: 'in the slide' }, note: undefined }] })
  expect(JSON.stringify(options.data)).not.toContain('secret')
})

it('takes comments out of every build, those of a slide and those of its YAML', () => {
  const press = fileURLToPath(new URL('..', import.meta.url))
  const options = { data: { slides: [{ index: 0, frontmatter: {}, content: '', source: { raw: '' } }], markdownFiles: {}, headmatter: {}, config: {} }, roots: [press], clientRoot: press, userRoot: press }
  const plugins = copy(options as unknown as Parameters<typeof copy>[0]) as unknown as { name: string, transform: { handler: (code: string, id: string) => { code: string } } }[]
  const { transform } = plugins.find(({ name }) => name === 'deck:no-comments')!
  const slide = '<template>\n  <!-- 内部 -->\n  <h1>题</h1>\n</template>\n<script setup>\nconst a = 1\n</script>'
  expect(transform.handler(slide, 'slides.md__slidev_1.md').code).toContain('<h1>题</h1>')
  expect(transform.handler(slide, 'slides.md__slidev_1.md').code).not.toContain('内部')
  expect(transform.handler('{"frontmatterRaw":"layout: cover # \\"内部\\"","title":"题"}', 'slides.md__slidev_1.frontmatter').code).toBe('{"frontmatterRaw":"","title":"题"}')
})
