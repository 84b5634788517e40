import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mediaIn, mediumFault, templateFaults, textsIn } from '../check/content'
import { frontmatterFaults } from '../check/frontmatter'
import { nearest } from '../check/nearest'
import { clickMarkFaults, markBeyond } from '../check/note'
import { propsOf, readVocabulary } from '../check/vocabulary'
import { root } from '../deck'
import { parseNote } from '../notes/parse-note'
import { rootsOf } from '../roots'

const vocabulary = readVocabulary(rootsOf(root))
const bigNumber = { layout: 'big-number', value: 698, unit: '户', label: '家庭' }
const beforeAfter = { layout: 'before-after', unit: '元/月', rows: [{ label: '津贴', before: 60, after: 200 }] }

const inFrontmatter = (frontmatter: object, page = 2) => frontmatterFaults(frontmatter, page, vocabulary).map(({ message }) => message).join()
const inContent = (content: string) => templateFaults(content, vocabulary).map(({ message }) => message).join()

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
    [{ ...bigNumber, value: Number.NaN }, 'value 须是一个有限的数，而不是 null'],
    [{ ...beforeAfter, rows: [{ label: '津贴', before: 60, after: null }] }, 'rows 第 1 条的 after 是空的'],
    [{ ...beforeAfter, rows: { label: '津贴', before: 60, after: 200 } }, 'rows 须是列表'],
    [{ ...beforeAfter, rows: ['津贴'] }, 'rows 第 1 条 须是几个小项：label、before、after'],
    [{ ...bigNumber, pace: 200 }, '没有“pace”这一项'],
  ])('refuses %j', (frontmatter, fault) => {
    expect(inFrontmatter(frontmatter)).toContain(fault)
  })

  it('names each item once among those that there are', () => {
    const [, names] = inFrontmatter({ layout: 'image-right', qqqqqq: 1 }).match(/可写的有：(.*?)；/)!
    expect(new Set(names.split('、')).size).toBe(8)
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
    expect(propsOf('<script setup lang="ts">\nconst { a = 1 } = defineProps<{ a?: number, b: { c: string[], d: \'x\' | \'y\', e: string | number } }>()\n</script>')).toEqual({
      a: { shape: { kind: 'number' }, required: false },
      b: { required: true, shape: { kind: 'record', fields: {
        c: { shape: { kind: 'list', of: { kind: 'text' } }, required: true },
        d: { shape: { kind: 'choice', of: ['x', 'y'] }, required: true },
        e: { shape: { kind: 'any' }, required: true },
      } } },
    })
  })
})

it('a component is known that only an addon has', () => {
  const addon = mkdtempSync(join(tmpdir(), 'addon-'))
  onTestFinished(() => rmSync(addon, { recursive: true }))
  mkdirSync(join(addon, 'components'))
  writeFileSync(join(addon, 'components/FromAddon.vue'), '<template><p>好</p></template>')
  expect(templateFaults('<FromAddon />', vocabulary)).toHaveLength(1)
  expect(templateFaults('<FromAddon />', readVocabulary([...rootsOf(root), addon]))).toEqual([])
})

it('a picture with brackets in its name is found where it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'public'))
  writeFileSync(join(folder, 'public/照片(1).jpg'), '')
  const [picture] = mediaIn('![x](/照片(1).jpg)')
  expect(picture.address).toBe('/照片(1).jpg')
  expect(mediumFault(picture, join(folder, 'slides.md'), folder)).toBeUndefined()
})

describe('the check of content', () => {
  it.each([
    ['<StatCounter :value="698" unit="户" />'],
    ['<StatCounter :value="count" />'],
    ['<StatCounter :value="3" class="wide" data-vale="3" alt="" aria-label="三" @click="go" />'],
    ['<StatCounter :value="-1.5" :from="3" :decimals="2" :at="1" :duration="0" :delay="120" />'],
    ['# 标题\n\n<Toc :value="NaN" />'],
    ['<carbon-home /> <ph:house /> <svg-spinners-ring-resize />'],
    ['<div class="abs-br"><carbon:edit /></div>'],
    ['<button @click="open = !open">好</button>'],
    ['<VSwitch>\n<template #1>甲</template>\n<template #2>乙</template>\n</VSwitch>'],
    ['<span v-mark.red="2">好</span>'],
    ['<ul v-if="$clicks > 1"><li v-for="n of 3" :key="n">{{ n }}</li></ul>'],
  ])('accepts %s', (content) => {
    expect(inContent(content)).toBe('')
  })

  it.each([
    ['- 甲\n- <stat-countr />', '没有 <stat-countr> 这个组件'],
    ['<carbon-hoem />', '没有 <carbon-hoem> 这个组件'],
    ['<StatCounter :valeu="3" />', '没有“valeu”这个属性；是不是 value？'],
    ['<stat-counter vaule="3" />', '没有“vaule”这个属性；是不是 value？'],
  ])('refuses %s', (content, fault) => {
    expect(inContent(content)).toContain(fault)
  })

  it.each([
    ['# 标题\n\n第一段\n第二行 {{ x', 3],
    ['# 标题\n\n<div>\n\n爱', 2],
    ['甲\n\n- 乙\n- 丙 </b>', 3],
  ])('finds the line in %j', (content, line) => {
    expect(templateFaults(content, vocabulary)).toMatchObject([{ line }])
  })
})

it.each([
  ['甲一', 0],
  ['甲二', 0],
  ['甲三', 0],
  ['丙一', 2],
  ['丙二', 2],
  ['丙三', 2],
  ['丁二', 3],
  ['后面', 5],
])('the words of a table stand in their row: %s', (words, line) => {
  const table = '| 甲一 | 甲二 | 甲三 |\n| --- | --- | --- |\n| 丙一 | 丙二 | 丙三 |\n| 丁一 | 丁二 | 丁三 |\n\n后面'
  const block = textsIn(table).find(({ text }) => text.includes(words))!
  expect(block.lineOf(block.text.indexOf(words))).toBe(line)
})

describe('the check of click marks', () => {
  it.each([
    ['讲[click]讲[click:2]讲', []],
    ['讲[CLICK]讲', []],
    ['讲[clik]讲\n\n讲 [click：1]\n讲【click】', [0, 2, 3]],
    ['`[clik]`', []],
    ['[link](block)【翻页】[1]', []],
  ])('of %j finds faults on lines %j', (note, lines) => {
    expect(clickMarkFaults(parseNote(note)).map(({ line }) => line)).toEqual(lines)
  })

  it.each([
    ['讲[click]讲[click:2]讲', 3, undefined],
    ['讲[click]讲\n[click]讲', 1, { mark: '[click]', total: 2, line: 1 }],
    ['讲\n\n[click]讲[click:2]讲[click]', 1, { mark: '[click:2]', total: 3, line: 2 }],
    ['讲[click]讲', 0, { mark: '[click]', total: 1, line: 0 }],
  ])('of %j on a slide with %s clicks finds beyond them %j', (note, clicks, beyond) => {
    expect(markBeyond(parseNote(note), clicks)).toEqual(beyond)
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
