import type { Finding } from 'slidev-addon-speech/check/finding'
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkLooks } from 'slidev-addon-speech/check/check-looks'
import { root } from 'slidev-addon-speech/deck'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIn, makeVariant } from './support/build-variant'

/** A slide, what is wrong with it, and the words at which it is to be mended: nothing for a right one */
interface Case {
  title: string
  body: string
  frontmatter?: string
  note?: string
  says?: RegExp
  at?: string
}

const absolute = (left: number, top: number) => `position: absolute; left: ${left}px; top: ${top}px; white-space: nowrap`

const cases: Case[] = [
  { title: '一切都好', body: '<p v-click>先点一下</p>\n\n<p v-click>再点一下</p>', note: '一句。[click]两句。[click]三句。' },
  {
    title: '写得太多',
    body: Array.from({ length: 30 }, (_, index) => `第${index + 1}条办好人民满意的教育`).join('\n\n'),
    says: /^“第10条办好人民满意的教育”、.*等 21 处超出画面；请/,
    at: '第10条办好人民满意的教育',
  },
  { title: '点了才超出', body: `<p v-click style="${absolute(1800, 500)}">点一下就到画面外面去了</p>`, says: /^“点一下就到画面外面去了”超出画面/, at: '点一下就到画面外面去了' },
  { title: '图片太大', body: `<img src="/走访困难家庭时在村口拍下的第一张照片.png" style="${absolute(1800, 500)}; width: 400px; max-width: none" alt="">`, says: /^图片 \/走访困难家庭时在村口拍下的第一张照片\.png 超出画面；请改小，或另起一页$/, at: '/走访' },
  { title: '短片太大', body: `<video src="/短片.webm" style="${absolute(1800, 500)}; width: 400px; max-width: none"></video>`, says: /^短片 \/短片\.webm 超出画面；请改小，或另起一页$/, at: '/短片' },
  { title: '图片压在页脚上', body: '一段话\n\n又一段话\n\n<img src="/走访困难家庭时在村口拍下的第一张照片.png" width="1060" alt="">', says: /^图片 \/走访困难家庭时在村口拍下的第一张照片\.png 压在页脚上；请改小，如写成 <img src="…" width="600">，或另起一页$/, at: '/走访' },
  { title: '图片照建议改小', body: '一段话\n\n又一段话\n\n<img src="/走访困难家庭时在村口拍下的第一张照片.png" width="600" alt="">' },
  { title: '短片压在页脚上', body: '一段话\n\n又一段话\n\n<video src="/短片.webm" width="1170"></video>', says: /^短片 \/短片\.webm 压在页脚上；请改小，如写成 <video src="…" width="600">，或另起一页$/, at: '/短片' },
  { title: '短片照建议改小', body: '一段话\n\n又一段话\n\n<video src="/短片.webm" width="600"></video>' },
  { title: '框子太矮', body: '<p style="height: 20px; overflow: hidden">只看得见上面一半的话</p>', says: /^“只看得见上面一半的话”没有显示完/, at: '只看得见' },
  {
    title: '叠在一起',
    body: `<p style="${absolute(300, 500)}">下面的一句话</p>\n\n<p style="${absolute(320, 510)}">压上来的一句话</p>`,
    says: /^“下面的一句话”与“压上来的一句话”叠在一起/,
    at: '下面的一句话',
  },
  { title: '字太小', body: '<p style="font-size: 18px">后排看不清的小字</p>', says: /^“后排看不清的小字”只有 18 px 大.*不小于 26 px/, at: '后排看不清' },
  { title: '颜色太浅', body: '<p style="color: #5a5a5a">颜色太浅的话</p>', says: /^“颜色太浅的话”与底色太接近（6\.\d:1，要到 7:1）/, at: '颜色太浅的话' },
  { title: '图片不在', body: '<img :src="\'/nowhere.png\'" alt="">', says: /^找不到 \/nowhere\.png/, at: 'nowhere.png' },
  { title: '字体不在', body: '<p class="odd">换一种字</p>\n\n<style>\n@font-face { font-family: Odd; src: url("/odd.woff2"); }\n.odd { font-family: Odd; }\n</style>', says: /^找不到 \/odd\.woff2/, at: 'odd.woff2' },
  { title: '网上的片子', body: '<video :src="`https://example.invalid/film.mp4`"></video>', says: /^安全策略不许用 https:\/\/example\.invalid\/film\.mp4（media-src）/, at: 'film.mp4' },
  { title: '组件一来就坏', body: '<BrokenOnPurpose />', says: /^这一页的组件出错.*坏在开头/ },
  { title: '算式算不出', body: '{{ $frontmatter.nothing.more }}', says: /^这一页的组件出错.*more/ },
  { title: '读不出来', body: '<script setup>\nimport \'../broken.js\'\n</script>', says: /^这一页的组件出错.*坏在文件/ },
  { title: '标记太多', body: '<p v-click>点一下</p>', note: '一句。[click]两句。\n\n三句。[click]四句。', says: /^翻页标记“\[click\]”数到第 2 下，这一页只有 1 下/, at: '三句' },
  { title: '标记用不上', body: '没有点击', note: '只讲[click]一句。', says: /^翻页标记“\[click\]”用不上/, at: '只讲' },
  { title: '点了没有东西', body: '<p v-click>点一下</p>\n\n<p v-click></p>\n\n<p v-click>再点一下</p>', says: /^按第 2 下，画面上什么也不变；.*clicks: 3$/, at: '<p v-click>点一下' },
  { title: '序号空了一个', body: '<p v-click="2">第二下才出来</p>', says: /^按第 1 下，画面上什么也不变；.*clicks: 2$/, at: '<p v-click="2">' },
  { title: '空的清单项', body: '<v-clicks>\n\n<p>点一下</p>\n\n<div></div>\n\n</v-clicks>', says: /^按第 2 下/, at: '<v-clicks>' },
  { title: '有意停一停', body: '<p v-click="2">第二下才出来</p>', frontmatter: 'clicks: 2\n' },
  { title: '划一道线', body: '一段<span v-mark.underline>要紧</span>的话', note: '先讲。[click]划线。' },
  { title: '逐行看代码', body: '```ts {1|2|all}\nconst a = b\nconst c = d\n```', note: '一行。[click]两行。[click]都看。' },
  { title: '代码变一变', body: '````md magic-move\n```ts\nconst a = b\n```\n```ts\nconst a = c\n```\n````', note: '先是这样。[click]后来这样。' },
  { title: '算式分步', body: '$$ {1|2}\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n$$' },
  { title: '换一换', body: '<VSwitch><template #1>甲</template><template #2>乙</template></VSwitch>' },
  { title: '点了就走', body: '<p v-click.hide>先看这里</p>' },
  { title: '动一动就回来', body: '<p v-motion :initial="{ x: 0 }" :click-1="{ x: [0, 80, 0] }">来回一趟</p>' },
  { title: '点了才响', body: '<audio v-click src="/sound.wav" autoplay></audio>' },
  { title: '自己的组件', body: '<OwnStep />', note: '一句。[click]两句。' },
  { title: '也都好', body: '最后一句话' },
]

const slideOf = ({ title, body, frontmatter = '', note }: Case) => `---\n${frontmatter}---\n\n## ${title}\n\n${body}\n${note ? `\n<!--\n${note}\n-->\n` : ''}`

/** Where a slide's fault is to be mended: at its words, else at the slide's title */
function lineOf({ title, at }: Case, text: string): number {
  const from = text.indexOf(`## ${title}`)
  return text.slice(0, at ? text.indexOf(at, from) : from).split('\n').length
}

const said = (findings: Finding[]) => findings.map(({ file, line, slide, message }) => ({ file, line, title: slide?.title, message }))

describe('npm run check, of a deck with one fault on each slide,', () => {
  let text: string
  let findings: Finding[]
  beforeAll(async () => {
    const [headmatter] = readFileSync('slides.md', 'utf8').split(/^layout: cover$/m)
    const folder = makeVariant('faulty-looks', `${headmatter}layout: cover\n---\n\n# 逐页来看\n\n---\nsrc: ./pages/faults.md\n---\n`)
    text = cases.map(slideOf).join('\n')
    mkdirSync(join(folder, 'pages'))
    writeFileSync(join(folder, 'pages/faults.md'), text)
    writeFileSync(join(folder, 'components/BrokenOnPurpose.vue'), '<script setup>\nthrow new Error(\'坏在开头\')\n</script>\n\n<template>\n  <p>好的</p>\n</template>\n')
    writeFileSync(join(folder, 'components/OwnStep.vue'), '<template>\n  <p v-click>一步</p>\n</template>\n')
    for (const [file, name] of [['sound.wav', 'sound.wav'], ['scene.png', '走访困难家庭时在村口拍下的第一张照片.png'], ['film.webm', '短片.webm']])
      copyFileSync(fileURLToPath(new URL(`../fixtures/media/${file}`, import.meta.url)), join(folder, 'public', name))
    writeFileSync(join(folder, 'broken.js'), 'throw new Error(\'坏在文件\')\n')
    findings = await checkLooks(folder, buildIn(folder))
  })

  it.each(cases.map((one, index) => ({ ...one, page: index + 2 })))('says of $title what it should', (one) => {
    const found = findings.filter(({ slide }) => slide?.page === one.page)
    const expected = { file: 'pages/faults.md', line: lineOf(one, text), title: one.title, message: expect.stringMatching(one.says ?? /^$/) }
    expect(said(found)).toEqual(one.says ? [expected] : [])
  })

  it('says nothing of slides that have no fault', () => {
    expect(findings.every(({ slide }) => slide && slide.page > 1)).toBe(true)
    expect(findings).toHaveLength(cases.filter(({ says }) => says).length)
  })
})

describe('npm run check, of a stock deck in English without any addon,', () => {
  const slides = `---
theme: default
title: A stock deck
class: text-center
transition: slide-left
---

# Welcome

A deck as Slidev makes it

<div class="abs-br m-6 text-xl"><carbon:edit /></div>

---

# Code and clicks

- One <sup>1</sup>
- Two

<v-clicks>

- Three
- Four

</v-clicks>

\`\`\`ts {1|2}
const one = 1
const two = 2
\`\`\`

---
layout: two-cols
---

# Left

$$\\sum_{i=1}^{n} \\frac{x_i^2}{n}$$

::right::

# Right

| A | B |
| - | - |
| 1 | 2 |

---
layout: none
---

No layout at all

---
layout: center
---

# In the middle

---

# Too much

<p v-click class="whitespace-nowrap">${'a line that goes on and on '.repeat(20)}</p>

---

# Too large

<img src="/the scene.png" style="position: absolute; left: 900px; width: 400px; max-width: none">

---

# Missing

<img :src="'/nowhere.png'">

---

# Broken

{{ $frontmatter.nothing.more }}
`
  it('finds what is wrong, in English, and nothing else', async () => {
    const folder = join(root, '.cache/variants/stock')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    writeFileSync(join(folder, 'package.json'), '{ "name": "stock", "type": "module" }')
    mkdirSync(join(folder, 'public'))
    copyFileSync(fileURLToPath(new URL('../fixtures/media/scene.png', import.meta.url)), join(folder, 'public/the scene.png'))
    writeFileSync(join(folder, 'slides.md'), slides)
    const findings = await checkLooks(folder, buildIn(folder))
    const lineOf = (words: string) => slides.slice(0, slides.indexOf(words)).split('\n').length
    expect(said(findings)).toEqual([
      { file: 'slides.md', line: lineOf('a line that goes on'), title: 'Too much', message: expect.stringMatching(/^“a line that goes on.*” runs over the edge of the slide: shorten it/) },
      { file: 'slides.md', line: lineOf('/the scene.png'), title: 'Too large', message: 'picture /the scene.png runs over the edge of the slide: make it smaller, or give it a slide of its own' },
      { file: 'slides.md', line: lineOf('nowhere.png'), title: 'Missing', message: expect.stringMatching(/^\/nowhere\.png is missing: put the file into public/) },
      { file: 'slides.md', line: lineOf('# Broken'), title: 'Broken', message: expect.stringMatching(/^a component of this slide fails: .*more/) },
    ])
  })
})
