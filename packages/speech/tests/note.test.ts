import type { Note, NoteRun } from '../note'
import { createMarkdownExit } from 'markdown-exit'
import { describe, expect, it } from 'vitest'
import { stressBesideFullWidth, wordsOf } from '../markdown'
import { paragraphsOf, runsOf, saidIn, spokenByClick, spokenLength } from '../note'
import { noteHtml } from '../notes/note-html'
import { parseNote } from '../notes/parse-note'
import { notes } from '../notes/plugin'
import config from '../vite.config'

const textOf = (runs: NoteRun[]) => runs.map(({ text }) => text).join('')
/** Each paragraph as `kind: text`, set in by its depth */
const shape = (note: string) => paragraphsOf(parseNote(note)).map(({ kind, depth, runs }) => `${'  '.repeat(depth)}${kind}: ${textOf(runs)}`)
/** The kinds that aren't plain words */
const marks = (note: string) => runsOf(parseNote(note)).filter(({ kind }) => kind !== 'words').map(({ kind, text, click }) => kind === 'click' ? `click ${click}` : `${kind} ${text}`)

describe('a note', () => {
  it('is blocks of runs, each with its click and its line', () => {
    expect(parseNote('先讲。\n\n再讲，[click] **要点**。\n\n[click:2]最后∥停')).toEqual([
      { kind: 'paragraph', runs: [{ kind: 'words', text: '先讲。', click: 0, line: 0 }] },
      { kind: 'paragraph', runs: [
        { kind: 'words', text: '再讲，', click: 0, line: 2 },
        { kind: 'click', text: '', click: 1, line: 2 },
        { kind: 'stress', text: '要点', click: 1, line: 2 },
        { kind: 'words', text: '。', click: 1, line: 2 },
      ] },
      { kind: 'paragraph', runs: [
        { kind: 'click', text: '', click: 3, line: 4 },
        { kind: 'words', text: '最后', click: 3, line: 4 },
        { kind: 'pause', text: '∥', click: 3, line: 4 },
        { kind: 'words', text: '停', click: 3, line: 4 },
      ] },
    ] satisfies Note)
  })

  it.each([
    ['同志们：\n今天开会。', ['words: 同志们：\n今天开会。']],
    ['**同志们：**\n**今天开会。**', ['words: 同志们：\n今天开会。']],
    ['记作<A等，再\n\n第二段', ['words: 记作<A等，再', 'words: 第二段']],
    ['<b>一句</b><br>&lt;<!', ['words: <b>一句</b><br><<!']],
    ['<div>\n一句\n</div>\n\n后面', ['words: <div>\n一句\n</div>', 'words: 后面']],
    ['- 抓班子\n- 抓队伍', ['  item: 抓班子', '  item: 抓队伍']],
    ['1. 抓班子\n2. 抓队伍', ['  item: 1. 抓班子', '  item: 2. 抓队伍']],
    ['3) 第三\n4) 第四', ['  item: 3) 第三', '  item: 4) 第四']],
    ['1. 甲\n\n   又一段\n   - 里\n2. 乙', ['  item: 1. 甲', '  words: 又一段', '    item: 里', '  item: 2. 乙']],
    ['1.抓班子\n2.抓队伍', ['words: 1.抓班子\n2.抓队伍']],
    ['## 第一点\n下一行', ['heading: 第一点', 'words: 下一行']],
    ['见[《办法》](/plan.pdf)和[网](javascript:x)，![图](/a.png)', ['words: 见《办法》和网，图']],
    ['按 `npm start`', ['words: 按 npm start']],
    ['```sh\nnpm start\n[click]\n```', ['code: npm start\n[click]']],
    ['|甲|乙|\n|--|--|\n|1|**二**|', ['row: 甲\u3000乙', 'row: 1\u3000二']],
    ['前\n\n***\n\n后', ['words: 前', 'rule: ', 'words: 后']],
    ['> 引的话\n> 第二行', ['  words: 引的话\n第二行']],
    ['第一行\\\n第二行', ['words: 第一行\n第二行']],
    ['    四个空格的一段', ['words: 四个空格的一段']],
    ['花了$3，又花了$5', ['words: 花了$3，又花了$5']],
    ['63~~68', ['words: 63~~68']],
    ['[1]: 不会丢', ['words: [1]: 不会丢']],
    ['甲&nbsp;乙', ['words: 甲\u00A0乙']],
    ['甲 **乙** 丙', ['words: 甲 乙 丙']],
    ['**甲** **乙**，**big** **word**', ['words: 甲乙，big word']],
  ])('%j stands as %j', (note, paragraphs) => {
    expect(shape(note)).toEqual(paragraphs)
  })

  it.each([
    ['走到**每一户**，*要*', ['stress 每一户', 'stress 要']],
    ['坚持**德育，**做到**《办法》**的要求', ['stress 德育，', 'stress 《办法》']],
    ['**“两个确立”**的，是**第一。**“后', ['stress “两个确立”', 'stress 第一。']],
    ['开头**甲：**乙，**丙**', ['stress 甲：', 'stress 丙']],
    ['2 * 3 * 4，a*b*c', ['stress b']],
    ['停／再∥∥停', ['pause ／', 'pause ∥∥']],
    ['【翻页】讲【待核：日期】和**【拟稿】**', ['cue 【翻页】', 'pending 【待核：日期】', 'cue 【拟稿】']],
    ['【待核：*哪*一[天](/x)】讲', ['pending 【待核：哪一天】']],
    ['[click]讲[CLICK:2]讲', ['click 1', 'click 3']],
    ['[click](2)讲', ['click 1']],
    ['[click]: 讲', ['click 1']],
    ['- [click] 一\n- [click] 二', ['click 1', 'click 2']],
    ['`[click]`', ['code [click]']],
  ])('%j has the marks %j', (note, found) => {
    expect(marks(note)).toEqual(found)
  })

  it.each(['', '   ', '[click]', undefined])('%j shows nothing', (note) => {
    expect(paragraphsOf(parseNote(note))).toEqual([])
  })

  it('says its words, without cues, pauses and numbers of lists', () => {
    expect(saidIn(parseNote('【翻页】大会／**开幕**【待核：12人】\n\n1. 一条'))).toBe('大会开幕\n\n一条')
  })

  it('gives a number the click of its item', () => {
    expect(paragraphsOf(parseNote('1. 甲\n2. [click] 乙')).map(({ runs }) => runs[0])).toMatchObject([{ text: '1. ', click: 0 }, { text: '2. ', click: 1 }])
  })
})

describe('a note as HTML', () => {
  it.each([
    ['讲<img src=x onerror="x"> & **重**', '<p>讲&lt;img src=x onerror=&quot;x&quot;&gt; &amp; <strong>重</strong></p>'],
    ['一[click]二', '<p>一<span class="slidev-note-click-mark" data-clicks="1"></span>二</p>'],
    ['2. 甲\n   - 乙', '<ol><li value="2"><p>甲</p>\n<ul><li><p>乙</p></li></ul></li></ol>'],
    ['# 题\n`x<`\\\n【待核：谁】', '<h1>题</h1>\n<p><code>x&lt;</code><br><mark>【待核：谁】</mark></p>'],
    ['|甲|\n|-|\n|一|', '<table><tr><td>甲</td></tr><tr><td>一</td></tr></table>'],
    ['> 引\n\n***\n\n```\n<\n```', '<blockquote><p>引</p></blockquote>\n<hr>\n<pre><code>&lt;</code></pre>'],
  ])('%j', (note, html) => {
    expect(noteHtml(parseNote(note))).toBe(html)
  })

  it('has readings above words where the deck asks for them', () => {
    expect(noteHtml(parseNote('萍乡的乡，Xi and Xian'), { 乡: 'xiāng', 萍乡: 'píngxiāng', Xi: 'shee' }))
      .toBe('<p><ruby>萍乡<rt>píngxiāng</rt></ruby>的<ruby>乡<rt>xiāng</rt></ruby>，<ruby>Xi<rt>shee</rt></ruby> and Xian</p>')
  })
})

describe('the words of a headline', () => {
  it.each([
    ['**重点**工作<wbr>，再部署', '重点工作，再部署'],
    ['坚持**德育，**做到', '坚持德育，做到'],
    ['见[附件](/x) `a` &amp; b', '见附件 a & b'],
    ['', ''],
    [undefined, ''],
  ])('%j: %j', (line, words) => {
    expect(wordsOf(line)).toBe(words)
  })
})

describe('the length of a text as spoken', () => {
  it.each([
    ['1.4亿', 4],
    ['2035年', 5],
    ['2035人', 7],
    ['2月3日', 4],
    ['28.6%', 8],
    ['，。“”《》——', 0],
    ['PPT', 3],
    ['上一本线的382人', 11],
  ])('%s: %i', (text, length) => {
    expect(spokenLength(text)).toBe(length)
  })

  it.each([
    ['**【拟稿】**\n\n同志们：[click] 2次／**大会**[click:2]完', [3, 4, 0, 1]],
    ['1. 甲\n2. [click] 乙【待核：丙丁】', [2, 2]],
    ['', [0]],
  ])('is counted at each click, without cues: %j', (note, lengths) => {
    expect(spokenByClick(parseNote(note))).toEqual(lengths)
  })
})

describe('stress on a slide', () => {
  it('is what stands between the asterisks, beside full-width marks too', () => {
    const markdown = createMarkdownExit({ html: true })
    expect(config.slidev?.markdown?.markdownSetup?.(markdown)).toBeUndefined()
    const html = markdown.renderInline('坚持**德育，**做到**《办法》**的要求')
    expect(html).toBe('坚持<strong>德育，</strong>做到<strong>《办法》</strong>的要求')
    expect(html).toBe(createMarkdownExit({ html: true }).use(stressBesideFullWidth).renderInline('坚持**德育，**做到**《办法》**的要求'))
  })
})

describe('the notes of a deck', () => {
  const FILE = '/deck/slides.md'
  const deck = () => ({ slides: [{ note: '旧的话。', frontmatter: {}, source: { raw: '' } }], headmatter: {}, markdownFiles: { [FILE]: {} } })
  const pluginOf = (data: ReturnType<typeof deck>) => notes({ data, clientRoot: '/client', withoutNotes: false } as unknown as Parameters<typeof notes>[0]) as any

  it('tell every window of an edit to a note, once, and are new for one that loads anew', () => {
    const data = deck()
    const { configureServer, hotUpdate } = pluginOf(data)
    configureServer()
    const sent: unknown[] = []
    const invalidated: unknown[] = []
    const module = {}
    const environment = { name: 'client', moduleGraph: { getModuleById: () => module, invalidateModule: (one: unknown) => invalidated.push(one) }, hot: { send: (...message: unknown[]) => sent.push(message) } }
    const save = () => hotUpdate.handler.call({ environment }, { file: FILE })

    save()
    expect(sent).toEqual([])
    data.slides[0].note = '新的话。'
    save()
    save()
    expect(sent).toEqual([['slidev-speech:notes', [[{ kind: 'paragraph', runs: [{ kind: 'words', text: '新的话。', click: 0 }] }]]]])
    expect(invalidated).toEqual([module])
  })

  it('leave the app a slide’s title without marks, and no note', () => {
    const { transform } = pluginOf(deck())
    const code = 'export const meta = {\n  slide: {\n    ...({"title":"**重点**工作","noteHTML":"<p>秘密</p>"}),\n  },\n}'
    expect(transform.call({}, code, '/deck/slides.md__slidev_1.frontmatter').code).toBe('export const meta = {\n  slide: {\n    ...({"title":"重点工作"}),\n  },\n}')
  })
})
