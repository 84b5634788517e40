import { describe, expect, it } from 'vitest'
import { shownTexts } from '../../facts/ledger'
import { loadDeck } from '../../scripts/lib/deck'

const { slides } = await loadDeck()
const hanzi = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0
const pages = slides.map(slide => ({ ...slide, page: slide.index + 1 }))

describe('the speech', () => {
  it('is about as long as twenty minutes at 200 characters a minute', () => {
    const length = pages.reduce((total, { note = '' }) => total + hanzi(note), 0)
    expect(length).toBeGreaterThan(3300)
    expect(length).toBeLessThan(4500)
  })

  it('has three parts, a cover and a closing', () => {
    const layouts = pages.map(({ frontmatter }) => frontmatter.layout)
    expect(layouts.filter(layout => layout === 'section')).toHaveLength(3)
    expect([layouts[0], layouts.at(-1)]).toEqual(['cover', 'closing'])
  })
})

describe.each(pages)('slide $page, $title', ({ title, content, frontmatter, note }) => {
  it('has a headline without a full stop, and words to be spoken', () => {
    expect(title).toMatch(/[^。！]$/)
    expect(hanzi(note ?? '')).toBeGreaterThan(0)
  })

  it('shows sixty characters at the most, besides figures and their units', () => {
    const shown = [content.replace(/<[^>]+>/g, ''), ...shownTexts(frontmatter, ['unit'])].join('')
    expect(hanzi(shown), shown).toBeLessThanOrEqual(60)
  })
})
