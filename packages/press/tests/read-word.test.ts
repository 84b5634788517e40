import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWord } from '../manuscript/read-word'
import { writeDeck } from './support/marked-deck'
import { imported, wordFile } from './support/round-trip'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const parts = { 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...more }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}

/** The container of Word's older files and of its encrypted ones, as far as its first bytes and a stream's name */
function compound(stream: string): Uint8Array {
  return new Uint8Array([0xD0, 0xCF, 0x11, 0xE0, ...[...stream].flatMap(character => [character.charCodeAt(0), 0])])
}

const whole = docx('<w:p><w:r><w:t>同志们：</w:t></w:r></w:p>')

describe('a file that can\'t be read is refused in one sentence:', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty one', new Uint8Array(), '改稿.docx 是空文件；请让对方重新发一份。'],
    ['an old .doc', compound('WordDocument'), '改稿.docx 是旧的 .doc（或 .wps）格式；请在 Word 或 WPS 里打开它，“另存为”选 .docx，再试。'],
    ['an encrypted one', compound('EncryptedPackage'), '改稿.docx 加了密码，读不了；请在 Word 里打开它，取消“用密码进行加密”，再存一次。'],
    ['plain text', strToU8('同志们：'), '改稿.docx 不是 Word 文档（.docx）；请在 Word 或 WPS 里打开它，“另存为”选 .docx，再试。'],
    ['a part of one', whole.slice(0, whole.length / 2), '改稿.docx 已损坏，解不开；请让对方重新发一份，或在 Word 里“打开并修复”后再存一次。'],
    ['an archive of something else', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), '改稿.docx 不是 Word 文档；请选改好的讲话稿（.docx）。'],
    ['one whose words break off', docx('<w:p><w:r><w:t>同志们'), '改稿.docx 已损坏，内容读不全；请在 Word 里“打开并修复”后再存一次，或让对方重新发一份。'],
  ])('%s', (_, file, sentence) => {
    expect(() => readWord(file, '改稿.docx')).toThrow(new Error(sentence))
  })
})

describe('against the deck', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'read-word-'))
    writeDeck(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('a speech of somebody else is refused', async () => {
    const other = ['各位来宾：', '欢迎来到一年一度的读书节。今年的主题是阅读与成长。', '祝大家阅读愉快。']
    await expect(imported(folder, docx(other.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')))).rejects.toThrow('改稿.docx 不是由这份幻灯片的讲话稿改成的')
  })

  it('the deck\'s own is not', async () => {
    expect((await imported(folder, await wordFile(folder))).files.size).toBe(0)
  })
})

describe('numbers that Word counts by itself', () => {
  const level = (at: number, format: string, text: string, start = 1) => `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${W}>
    <w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%1.%3')}${level(3, 'decimal', '%1.%4').replace('<w:lvlText', '<w:isLgl/><w:lvlText')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="8">${level(0, 'decimalEnclosedCircle', '%1', 9)}${level(1, 'bullet', '●')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  </w:numbering>`
  const numbered = (list: number, at: number) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>话</w:t></w:r></w:p>`
  const read = (...paragraphs: [list: number, level: number][]) =>
    readWord(docx(paragraphs.map(([list, at]) => numbered(list, at)).join(''), { 'word/numbering.xml': numbering }), '改稿.docx').paragraphs.map(({ text }) => text.replace(/\s?话$/, ''))

  it.each<[string, [number, number][], string[]]>([
    ['go on, and each level begins anew below the next', [[1, 0], [1, 1], [1, 1], [1, 2], [1, 0], [1, 1]], ['一、', '（一）', '（二）', '一.1', '二、', '（一）']],
    ['are Arabic throughout where the level says so', [[1, 0], [1, 3], [1, 3]], ['一、', '1.1', '1.2']],
    ['begin where the list says, and a bullet is none', [[2, 0], [2, 1], [2, 0]], ['⑨', '', '⑩']],
    ['begin anew where a list of the same kind does', [[1, 0], [1, 0], [3, 0], [3, 0]], ['一、', '二、', '一、', '二、']],
  ])('%s', (_, paragraphs, numbers) => {
    expect(read(...paragraphs)).toEqual(numbers)
  })
})
