import { describe, expect, it } from 'vitest'
import { slideFaults } from '../../plugins/check-slides'

describe('the check of a slide', () => {
  it.each([
    [{ draft: true }],
    [{ draft: false }],
    [{ value: 698, unit: '户' }],
    [{ rows: [{ before: 60, after: 200 }] }],
    [{}],
  ])('accepts %j', (frontmatter) => {
    expect(slideFaults({ frontmatter })).toEqual([])
  })

  it.each([
    [{ draft: 'yes' }, 'draft 只能是 true（拟稿）或 false，而不是 "yes"'],
    [{ draft: 1 }, 'draft 只能是 true（拟稿）或 false，而不是 1'],
    [{ draft: null }, 'draft 只能是 true（拟稿）或 false，而不是 null'],
    [{ value: '698户' }, 'value 须是一个有限的数，而不是 "698户"'],
    [{ rows: [{ before: 60, after: null }] }, 'rows.0.after 须是一个有限的数'],
  ])('refuses %j', (frontmatter, fault) => {
    expect(slideFaults({ frontmatter }).join()).toContain(fault)
  })
})
