import { describe, expect, it } from 'vitest'
import { slideFaults } from '../../plugins/check-slides'

describe('the check of a slide', () => {
  it.each([
    [{ draft: true }],
    [{ draft: false }],
    [{ pace: 180 }],
    [{ value: 698, unit: '户' }],
    [{ rows: [{ before: 60, after: 200 }] }],
    [{}],
  ])('accepts %j', (frontmatter) => {
    expect(slideFaults({ frontmatter, content: '' })).toEqual([])
  })

  it.each([
    [{ draft: 'yes' }, 'draft 只能是 true（拟稿）或 false，而不是 "yes"'],
    [{ draft: 1 }, 'draft 只能是 true（拟稿）或 false，而不是 1'],
    [{ draft: null }, 'draft 只能是 true（拟稿）或 false，而不是 null'],
    [{ pace: '快' }, 'pace 须是每分钟念的字数，50 到 500 之间的数，而不是 "快"'],
    [{ duration: '20min' }, 'duration 不必写'],
    [{ value: '698户' }, 'value 须是一个有限的数，而不是 "698户"'],
    [{ rows: [{ before: 60, after: null }] }, 'rows.0.after 须是一个有限的数'],
  ])('refuses %j', (frontmatter, fault) => {
    expect(slideFaults({ frontmatter, content: '' }).join()).toContain(fault)
  })

  it.each([
    ['<StatCounter :value="698" unit="户" />'],
    ['<StatCounter :value="count" />'],
    ['<StatCounter :value="-1.5" :from="3" :decimals="2" :at="1" :duration="0" :delay="120">'],
    ['# 标题\n\n<Other :value="NaN" />'],
  ])('accepts %s', (content) => {
    expect(slideFaults({ frontmatter: {}, content })).toEqual([])
  })

  it.each([
    ['<StatCounter :value="NaN" />', 'StatCounter 的 value 须是一个有限的数'],
    ['<StatCounter :value="1/0" :duration="-1" />', 'StatCounter 的 duration 须是毫秒数，0 或更大，而不是 -1'],
    ['<StatCounter value="698" />', 'StatCounter 的 value 须是一个有限的数，而不是 "698"'],
    ['<StatCounter :value="9007199254740992" />', '太大'],
    ['<stat-counter :value="0.1234567" />', '小数超过 6 位'],
    ['<StatCounter :value="1" :decimals="7" />', 'StatCounter 的 decimals 须是0到6的整数，而不是 7'],
    ['<StatCounter :value="1" :at="0" />', 'StatCounter 的 at 须是1以上的整数，而不是 0'],
  ])('refuses %s', (content, fault) => {
    expect(slideFaults({ frontmatter: {}, content }).join()).toContain(fault)
  })
})
