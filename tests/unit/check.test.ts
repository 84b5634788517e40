import type { SlideInfo } from '@slidev/types'
import type { RuleContext } from 'slidev-addon-speech/check/rules'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import deckRules from '../../check'

/** What the deck's own rules say of a slide */
function saidOf({ frontmatter = {}, content = '', root = '/deck' }: { frontmatter?: object, content?: string, root?: string }): string {
  const source = { filepath: '/deck/slides.md', raw: content, contentRaw: content, start: 0 }
  const slide = { index: 0, title: '', frontmatter, content, source } as unknown as SlideInfo
  return deckRules({ slides: [slide], root, vocabulary: { propsOf: () => ({}) } as Partial<RuleContext['vocabulary']> } as RuleContext).map(({ message }) => message).join()
}

describe('the rules for counters', () => {
  it.each([
    ['<StatCounter :value="NaN" />', 'StatCounter 的 value 须是一个有限的数'],
    ['<StatCounter :value="1/0" :duration="-1" />', 'StatCounter 的 duration 须是毫秒数，0 或更大，而不是 -1'],
    ['<StatCounter value="698" />', 'StatCounter 的 value 须是一个有限的数，而不是 "698"'],
    ['<StatCounter :value="9007199254740992" />', '太大'],
    ['<stat-counter :value="0.1234567" />', '小数超过 6 位'],
    ['<StatCounter :value="1" :decimals="7" />', 'StatCounter 的 decimals 须是0到6的整数，而不是 7'],
    ['<p v-if="true"><StatCounter :value="1" :at="0" /></p>', 'StatCounter 的 at 须是1以上的整数，而不是 0'],
  ])('refuse %s', (content, fault) => {
    expect(saidOf({ content })).toContain(fault)
  })

  it.each([
    ['<StatCounter :value="698" unit="户" />'],
    ['<StatCounter :value="count" />'],
    ['<StatCounter :value="-1.5" :from="3" :decimals="2" :at="1" :duration="0" :delay="120" />'],
  ])('accept %s', (content) => {
    expect(saidOf({ content })).toBe('')
  })
})

describe('the rule for characters that are written', () => {
  const root = process.cwd()

  it.each([
    [{ glyph: '新' }],
    [{ layout: 'written-word', word: '一' }],
    [{ layout: 'points', word: '龘' }],
  ])('accepts %j', (frontmatter) => {
    expect(saidOf({ frontmatter, root })).toBe('')
  })

  it.each([
    [{ glyph: '龘' }, 'glyph “龘”还没有笔画，写不出来；请运行 npm run strokes -- 龘'],
    [{ glyph: '新人' }, 'glyph 须是一个汉字，而不是 "新人"'],
    [{ layout: 'written-word', word: '一龘' }, 'word “龘”还没有笔画'],
  ])('refuses %j', (frontmatter, fault) => {
    expect(saidOf({ frontmatter, root })).toContain(fault)
  })
})

describe('the rules for figures and timelines', () => {
  it.each([
    [{ rows: [{ value: 2 ** 53 }] }, 'rows.0.value'],
    [{ layout: 'timeline', events: [{ date: '4月37日' }] }, '4月37日'],
  ])('refuse %j', (frontmatter, fault) => {
    expect(saidOf({ frontmatter })).toContain(fault)
  })

  it('refuse stress where it would be shown as asterisks, and not in a title or what no layout shows', () => {
    expect(saidOf({ frontmatter: { points: [{ text: '抓好**重点**工作' }] } })).toContain('points.0.text 的“抓好**重点**工作”会连星号一起显示')
    expect(saidOf({ frontmatter: { title: '抓好**重点**工作', info: '讲**什么**，对谁讲' } })).toBe('')
  })

  it('refuse a tag that would be shown as it is typed', () => {
    expect(saidOf({ frontmatter: { subtitle: '取得疫情防控和<wbr>全面复学双胜利' } })).toContain('subtitle 的“取得疫情防控和<wbr>全面复学双胜利”会连尖括号一起显示')
    expect(saidOf({ frontmatter: { subtitle: '3<5，也大于 2' } })).toBe('')
  })

  it('accept dates in order', () => {
    expect(saidOf({ frontmatter: { layout: 'timeline', events: [{ date: '2月3日' }, { date: '4月7日' }] } })).toBe('')
  })
})

describe('the rules for pictures', () => {
  const root = process.cwd()

  it.each(['points', 'stat-grid', 'steps'])('refuse one on a slide of %s, where it would lie under the text', (layout) => {
    expect(saidOf({ frontmatter: { layout }, content: '## 标题\n\n![走访](/走访.png)\n', root })).toContain(`这一页的版式 ${layout} 放不下图片`)
    expect(saidOf({ frontmatter: { layout }, content: '## 标题\n\n<img src="/走访.png">\n', root })).toContain('放不下图片')
  })

  it.each(['default', 'image-right', 'two-cols'])('accept one on a slide of %s', (layout) => {
    expect(saidOf({ frontmatter: { layout }, content: '## 标题\n\n![走访](/走访.png)\n', root })).toBe('')
  })
})

describe('the rule for the cover', () => {
  const [frontmatter, content] = [{ layout: 'cover', glyph: '新' }, '# 启新程，<wbr>再出发\n']
  const root = process.cwd()

  it('accept a character of the title, and refuse another', () => {
    expect(saidOf({ frontmatter, content, root })).toBe('')
    expect(saidOf({ frontmatter: { ...frontmatter, glyph: '人' }, content, root })).toContain('glyph“人”不在封面的标题里')
  })
})
