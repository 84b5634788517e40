import type { EditedParagraph } from './support/word-editor'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { fixtureDeck } from '../../../tests/support/fixture-deck'
import { writeDeck } from './support/marked-deck'
import { imported, wordFile } from './support/round-trip'
import { WordEditor } from './support/word-editor'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'word-round-'))
  writeDeck(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([['a deck with every mark', () => folder], ['the fixture speech', () => fixtureDeck]])('%s, exported and imported again', { timeout: 60_000 }, (_, root) => {
  it.each([[{ podium: false, cues: true }], [{ podium: true, cues: true }], [{ podium: false, cues: false }]])('is the same byte for byte (%j)', async (options) => {
    const { comparison, files } = await imported(root(), await wordFile(root(), options))
    expect(files.size).toBe(0)
    expect(comparison).toMatchObject({ slides: [], headings: [], comments: [], passages: [], figures: [], remarks: [] })
  })
})

/** Numbers from 0 to 1, the same for a seed */
function randomOf(seed: number) {
  let state = seed * 2654435761 % 4294967296
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

const NEW = ['要层层压实责任，做到人人有任务、个个有担子。', '同时，家长委员会也要参与进来。', '这一点，请各校特别注意！', '“少年强则国强。”这句话要记在心里。', '今年共完成123项。']
const SHORT = ['切实', '进一步', '，务求实效', '（含民办学校）', '3个']

/** Edits a manuscript at random, and says what each slide is to say then. */
function edit(editor: WordEditor, random: () => number): { chopped: boolean, content: (xml: string) => string } {
  const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)]
  const textOf = ({ stretches }: EditedParagraph) => stretches.map(({ text }) => text).join('')
  const plain = (paragraph: EditedParagraph) => paragraph.stretches.every(({ change }) => !change) && !paragraph.mark
  const style = '<w:pStyle w:val="BodyText"/>'
  const words = () => editor.words.filter(plain)
  const edits: (() => void)[] = [
    function replace() {
      const paragraph = pick(words())
      const text = textOf(paragraph)
      const at = 1 + Math.floor(random() * (text.length - 2))
      const rest = text.slice(at + Math.floor(random() * 6))
      paragraph.stretches = [{ text: text.slice(0, at) + pick(SHORT) + rest }]
    },
    function insertTracked() {
      const paragraph = pick(words())
      const text = textOf(paragraph)
      const at = Math.floor(random() * text.length)
      paragraph.stretches = [{ text: text.slice(0, at) }, { text: pick([...SHORT, ...NEW]), change: 'ins' }, { text: text.slice(at) }]
    },
    function deleteTracked() {
      const paragraph = pick(words())
      const text = textOf(paragraph)
      const at = 1 + Math.floor(random() * (text.length - 1))
      const end = at + Math.ceil(random() * 20)
      paragraph.stretches = [{ text: text.slice(0, at) }, { text: text.slice(at, end), change: 'del' }, { text: text.slice(end) }]
    },
    function split() {
      const paragraph = pick(words())
      const text = textOf(paragraph)
      const at = 1 + Math.floor(random() * (text.length - 1))
      const second: EditedParagraph = { ...paragraph, starts: [], ends: paragraph.ends, stretches: [{ text: `${pick(['', '\u3000\u3000'])}${text.slice(at)}` }] }
      paragraph.ends = []
      paragraph.stretches = [{ text: text.slice(0, at) }]
      paragraph.mark = random() < 0.5 ? 'ins' : undefined
      editor.insertAfter(paragraph, second)
    },
    function merge() {
      const paragraph = pick(words())
      const own = editor.of(paragraph.page)
      const next = own[own.indexOf(paragraph) + 1]
      if (!next || !plain(next))
        return
      if (random() < 0.5) {
        paragraph.mark = 'del'
      }
      else {
        paragraph.stretches.push(...next.stretches)
        editor.remove(next)
      }
    },
    function removeTracked() {
      const paragraph = pick(words())
      paragraph.stretches = [{ text: textOf(paragraph), change: 'del' }]
      paragraph.mark = 'del'
    },
    function remove() {
      editor.remove(pick(words()))
    },
    function add() {
      const paragraph = pick(words())
      const tracked = random() < 0.5
      const ends = paragraph.ends
      paragraph.ends = []
      if (tracked) {
        // Word marks the end of the paragraph before as new
        editor.insertAfter(paragraph, { kind: 'words', page: paragraph.page, properties: style, starts: [], ends, stretches: [{ text: pick(NEW), change: 'ins' }], mark: paragraph.mark })
        paragraph.mark = 'ins'
      }
      else {
        editor.insertAfter(paragraph, { kind: 'words', page: paragraph.page, properties: style, starts: [], ends, stretches: [{ text: `\u3000\u3000${pick(NEW)}` }] })
      }
    },
    function move() {
      const paragraph = pick(words())
      const place = pick(words().filter(other => other !== paragraph))
      const text = textOf(paragraph)
      const moved: EditedParagraph = { kind: 'words', page: place.page, properties: paragraph.properties, starts: [], ends: [], stretches: [{ text }] }
      if (random() < 0.5) {
        paragraph.stretches = [{ text, change: 'moveFrom' }]
        paragraph.mark = 'moveFrom'
        moved.stretches = [{ text, change: 'moveTo' }]
        moved.mark = 'moveTo'
        editor.insertAfter(place, moved)
      }
      else {
        editor.remove(paragraph)
        editor.insertAfter(place, moved)
      }
    },
    function loseStyle() {
      pick(words()).properties = ''
    },
    function breakLine() {
      const paragraph = pick(words())
      const text = textOf(paragraph)
      const at = text.search(/(?<=\p{Script=Han})(?=\p{Script=Han})/u)
      if (at > 0)
        paragraph.stretches = [{ text: `${text.slice(0, at)}\n${text.slice(at)}` }]
    },
  ]
  for (let count = 1 + Math.floor(random() * 8); count > 0; count--)
    pick(edits)()

  const lost = random()
  if (lost < 0.25) {
    editor.paragraphs = editor.paragraphs.filter(({ kind }) => kind !== 'cue')
  }
  else if (lost < 0.5) {
    for (const paragraph of editor.paragraphs) {
      paragraph.starts = []
      paragraph.ends = []
    }
  }
  return { chopped: random() < 0.5, content: xml => xml }
}

/** What the file says once its changes are accepted: the editor's own account, not the reader's */
function expected(editor: WordEditor): Map<number, string[]> {
  const said = new Map<number, string[]>()
  let open = ''
  let opened: number | undefined
  for (const paragraph of editor.paragraphs) {
    if (paragraph.kind !== 'words')
      continue
    if (opened !== undefined && opened !== paragraph.page)
      end()
    open += paragraph.stretches.filter(({ change }) => change !== 'del' && change !== 'moveFrom').map(({ text }) => text).join('')
    opened ??= open ? paragraph.page : undefined
    if (paragraph.mark === 'del' || paragraph.mark === 'moveFrom')
      continue
    end()
  }
  return said

  function end() {
    const text = open.replaceAll('\n', '').replace(/【(?!待核)[^】]*】/g, '').replace(/^\s+|\s+$/g, '')
    if (text)
      said.set(opened!, [...said.get(opened!) ?? [], text])
    open = ''
    opened = undefined
  }
}

const marksOf = (note = '') => note.match(/\[click(?::\d+)?\]|【(?!待核)[^】]*】|[／∥]/g) ?? []

describe('a manuscript edited at random', { timeout: 60_000 }, () => {
  const seeds = Number(process.env.WORD_SEEDS ?? 20)
  it.each(Array.from({ length: seeds }, (_, seed) => [seed + 1]))('gives notes that say exactly what it says (seed %i)', async (seed) => {
    const editor = new WordEditor(await wordFile(folder))
    const how = edit(editor, randomOf(seed))
    const wanted = expected(editor)
    const result = await imported(folder, editor.file(how)).catch((error: Error) => error)
    // half of a 【待核：…】 would take what stands up to the next 】 along: such a file is refused whole
    if (result instanceof Error && [...wanted.values()].flat().some(text => /【待核[^】]*(?:【|$)/.test(text)))
      return expect(result.message).toContain('什么也没有写')
    if (result instanceof Error)
      throw result
    const { said, deck, changed } = result
    expect(Object.fromEntries(said.flatMap(({ page, paragraphs }) => paragraphs.length > 0 ? [[page, paragraphs]] : [])))
      .toEqual(Object.fromEntries(wanted))
    // no mark is lost: a click stays on its slide, others may go to another with their words
    for (const [index, { note }] of deck.slides.entries())
      expect(marksOf(changed.slides[index].note).filter(mark => mark.startsWith('['))).toEqual(expect.arrayContaining(marksOf(note).filter(mark => mark.startsWith('['))))
    const all = (slides: { note?: string }[]) => slides.flatMap(({ note }) => marksOf(note)).sort()
    expect(all(changed.slides)).toEqual(expect.arrayContaining(all(deck.slides)))
  })
})

describe('a word that changed, in a note with marks of Markdown,', () => {
  it.each([
    ['a list', '先说旧的。\n\n- 旧账\n- 新账\n\n再说。'],
    ['a list with numbers', '1. 旧账\n2. 新账'],
    ['a quotation', '> 旧话重提。\n\n一句。'],
    ['a heading', '## 第一点，旧话\n\n旧话少说。'],
    ['a rule', '旧的。\n\n---\n\n新的。'],
    ['a link', '见[旧的附件](/plan(1).pdf)和[旧表](/old.xlsx)。'],
    ['code', '运行旧的 `npm start`。'],
    ['slanted words', '*说旧话*多，**说旧话**少，_旧_词，3 * 4。'],
    ['a break', '旧话\\\n换行说旧事。'],
  ])('leaves %s as it was typed', async (_, note) => {
    const root = mkdtempSync(join(tmpdir(), 'word-marks-'))
    onTestFinished(() => rmSync(root, { recursive: true }))
    writeDeck(root, { 'slides.md': `---\ntitle: 一篇讲话\n---\n\n# 一篇讲话\n\n<!--\n${note}\n-->\n` })
    const editor = new WordEditor(await wordFile(root))
    for (const { stretches } of editor.words)
      stretches.forEach(stretch => stretch.text = stretch.text.replaceAll('旧', '老'))
    const { changed } = await imported(root, editor.file())
    const headingAsTyped = (line: string) => line.startsWith('#') ? line : line.replaceAll('旧', '老')
    expect(changed.slides[0].note).toBe(note.split('\n').map(headingAsTyped).join('\n'))
  })
})
