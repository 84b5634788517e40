import { describe, expect, it } from 'vitest'
import { templateFaults } from '../../check/content'
import { frontmatterFaults } from '../../check/frontmatter'
import { nearest } from '../../check/nearest'
import { clickMarkFaults } from '../../check/note'
import { propsOf, readVocabulary } from '../../check/vocabulary'
import { root } from '../../scripts/lib/deck'

const vocabulary = readVocabulary(root)
const bigNumber = { layout: 'big-number', value: 698, unit: '户', label: '家庭' }
const beforeAfter = { layout: 'before-after', unit: '元/月', rows: [{ label: '津贴', before: 60, after: 200 }] }

const inFrontmatter = (frontmatter: object, page = 2) => frontmatterFaults(frontmatter, page, vocabulary).map(({ message }) => message).join()
const inContent = (content: string) => templateFaults(content, vocabulary.components).map(({ message }) => message).join()

describe('the check of frontmatter', () => {
  it.each([
    [bigNumber],
    [{ ...bigNumber, draft: true }],
    [{ ...bigNumber, draft: false, chapter: '章' }],
    [{ ...bigNumber, source: null }],
    [beforeAfter],
    [{ layout: 'agenda', class: 'wide', clicks: 3, transition: 'fade' }],
    [{ layout: 'two-cols' }],
    [{}],
  ])('accepts %j', (frontmatter) => {
    expect(inFrontmatter(frontmatter)).toBe('')
  })

  it.each([
    [{ ...bigNumber, draft: 'yes' }, 'draft 只能是 true（拟稿）或 false，而不是 "yes"'],
    [{ ...bigNumber, draft: 1 }, 'draft 只能是 true（拟稿）或 false，而不是 1'],
    [{ ...bigNumber, value: '698户' }, 'value 须是一个有限的数，而不是 "698户"'],
    [{ ...bigNumber, value: Number.NaN }, 'value 须是一个有限的数，而不是 NaN'],
    [{ ...beforeAfter, rows: [{ label: '津贴', before: 60, after: null }] }, 'rows 第 1 条的 after 是空的'],
    [{ ...beforeAfter, rows: { label: '津贴', before: 60, after: 200 } }, 'rows 须是列表'],
    [{ ...beforeAfter, rows: ['津贴'] }, 'rows 第 1 条 须是几个小项：label、before、after'],
    [{ ...bigNumber, pace: 200 }, '没有“pace”这一项'],
  ])('refuses %j', (frontmatter, fault) => {
    expect(inFrontmatter(frontmatter)).toContain(fault)
  })

  it.each([
    [{ ...bigNumber, pace: 180, canvasWidth: 1920, keywords: '会' }, ''],
    [{ ...bigNumber, pace: '快' }, 'pace 须是每分钟念的字数，50 到 500 之间的数，而不是 "快"'],
    [{ ...bigNumber, duration: '20min' }, 'duration 不必写'],
  ])('of the headmatter %j says “%s”', (frontmatter, fault) => {
    expect(inFrontmatter(frontmatter, 1)).toContain(fault)
  })
})

describe('the props of a layout', () => {
  it('are read from their types, whatever is beyond frontmatter not judged', () => {
    expect(propsOf('<script setup lang="ts">\nconst { a = 1 } = defineProps<{ a?: number, b: { c: string[], d: \'x\' | \'y\' } }>()\n</script>')).toEqual({
      a: { shape: { kind: 'number' }, required: false },
      b: { required: true, shape: { kind: 'record', fields: {
        c: { shape: { kind: 'list', of: { kind: 'text' } }, required: true },
        d: { shape: { kind: 'any' }, required: true },
      } } },
    })
  })
})

describe('the check of content', () => {
  it.each([
    ['<StatCounter :value="698" unit="户" />'],
    ['<StatCounter :value="count" />'],
    ['<StatCounter :value="-1.5" :from="3" :decimals="2" :at="1" :duration="0" :delay="120" />'],
    ['# 标题\n\n<Toc :value="NaN" />'],
    ['<ul v-if="$clicks > 1"><li v-for="n of 3" :key="n">{{ n }}</li></ul>'],
  ])('accepts %s', (content) => {
    expect(inContent(content)).toBe('')
  })

  it.each([
    ['<StatCounter :value="NaN" />', 'StatCounter 的 value 须是一个有限的数'],
    ['<StatCounter :value="1/0" :duration="-1" />', 'StatCounter 的 duration 须是毫秒数，0 或更大，而不是 -1'],
    ['<StatCounter value="698" />', 'StatCounter 的 value 须是一个有限的数，而不是 "698"'],
    ['<StatCounter :value="9007199254740992" />', '太大'],
    ['<stat-counter :value="0.1234567" />', '小数超过 6 位'],
    ['<StatCounter :value="1" :decimals="7" />', 'StatCounter 的 decimals 须是0到6的整数，而不是 7'],
    ['<p v-if="true"><StatCounter :value="1" :at="0" /></p>', 'StatCounter 的 at 须是1以上的整数，而不是 0'],
    ['- 甲\n- <stat-countr />', '没有 <stat-countr> 这个组件'],
  ])('refuses %s', (content, fault) => {
    expect(inContent(content)).toContain(fault)
  })

  it.each([
    ['# 标题\n\n第一段\n第二行 {{ x', 3],
    ['# 标题\n\n<div>\n\n爱', 2],
    ['甲\n\n- 乙\n- 丙 </b>', 3],
  ])('finds the line in %j', (content, line) => {
    expect(templateFaults(content, vocabulary.components)).toMatchObject([{ line }])
  })
})

describe('the check of click marks', () => {
  it.each([
    ['讲[click]讲[click:2]讲', 3, []],
    ['讲[CLICK]讲', 1, []],
    ['讲[click]讲', undefined, []],
    ['讲[click]讲[click]讲', 1, [6 + 3]],
    ['讲[clik]讲 [click：1]', 1, [1, 9]],
    ['[link](block)【翻页】[1]', 0, []],
  ])('of %j with %s clicks finds faults at %j', (note, clicks, offsets) => {
    expect(clickMarkFaults(note, clicks).map(({ offset }) => offset)).toEqual(offsets)
  })
})

describe('the name that was meant', () => {
  it.each([
    ['pionts', 'points'],
    ['qoute', 'quote'],
    ['Layout', 'layout'],
    ['meaning', undefined],
    ['x', undefined],
  ])('for %s is %s', (word, name) => {
    expect(nearest(word, ['points', 'quote', 'layout'])).toBe(name)
  })
})
