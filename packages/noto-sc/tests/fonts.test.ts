import type { SlideInfo, SourceSlideInfo } from '@slidev/types'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { Feature, Font, Buffer as Run, shape } from 'harfbuzzjs'
import { stopsSlides } from 'slidev-addon-speech/check/finding'
import { rootsOf } from 'slidev-addon-speech/roots'
import { describe, expect, it } from 'vitest'
import { characterFindings } from '../characters'
import { always, characters, fontFolder, gb2312, generalStandard, readCharset } from '../charset'
import { chineseFaces, faces } from '../faces'
import { openFace } from '../open-face'
import { slidePassages, strings } from '../passages'
import { subset } from '../subset'
import { textOf } from '../subset-fonts'

const root = process.cwd()
const roots = rootsOf(root)
const fonts = fontFolder
const charset = readCharset(fonts)

function lacking(wanted: Iterable<string>, covered: Set<string>) {
  return [...wanted].filter(character => !covered.has(character))
}

/** A parsed slide with only what the fonts look at */
function slide(parts: Partial<SlideInfo>): SlideInfo {
  return { index: 0, revision: '', content: '', frontmatter: {}, source: { filepath: join(root, 'pages/1.md'), raw: '', start: 0 }, ...parts } as SlideInfo
}

describe('the charset', () => {
  it('has every character of GB 2312', () => {
    expect(gb2312().size).toBeGreaterThanOrEqual(6763 + 682)
    expect(lacking(gb2312(), charset)).toEqual([])
  })

  it('has every character of the Table of General Standard Chinese Characters', () => {
    expect(generalStandard(fonts).map(level => level.length)).toEqual([3500, 3000, 1605])
    expect(new Set(generalStandard(fonts).flat()).size).toBe(8105)
    expect(lacking(generalStandard(fonts).flat(), charset)).toEqual([])
  })

  it('has what every build includes', () => {
    expect(lacking(characters(always), charset)).toEqual([])
  })

  it.each(chineseFaces)('is covered by $file', async ({ file }) => {
    const face = await openFace(await readFile(join(fonts, file)))
    const covered = new Set(Array.from(face.collectUnicodes(), codePoint => String.fromCodePoint(codePoint)))
    expect(lacking(charset, covered)).toEqual([])
  })

  it.each(chineseFaces)('$file draws all 8,105 of that table', async ({ file }) => {
    const font = new Font(await openFace(await readFile(join(fonts, file))))
    const draws = (character: string) => {
      const glyph = font.nominalGlyph(character.codePointAt(0)!)
      return Boolean(glyph) && font.glyphToPath(glyph!) !== ''
    }
    expect(generalStandard(fonts).flat().filter(character => !draws(character))).toEqual([])
  })
})

describe('the rules in styles/index.css', () => {
  it('name the faces of the list', async () => {
    const css = await readFile(join(fonts, '../styles/index.css'), 'utf8')
    const rules = [...css.matchAll(/font-family: '(.+)';\s+font-weight: (\d+);[^}]+@fonts\/([\w.-]+)/g)]
    expect(rules.map(([, family, weight, file]) => ({ family, weight: Number(weight), file })))
      .toEqual(faces.map(({ family, weight, file }) => ({ family, weight, file })))
  })
})

describe.each(chineseFaces)('a subset of $file', async ({ file }) => {
  const face = await openFace(await subset(await readFile(join(fonts, file)), '教（）——'))
  const font = new Font(face)

  function advances(text: string, features: Feature[] = []) {
    const run = new Run()
    run.addText(text)
    run.guessSegmentProperties()
    run.setLanguage('zh-Hans')
    shape(font, run, features)
    return run.getGlyphPositions().map(({ xAdvance }) => xAdvance)
  }

  it('joins —— into one dash of two ems in Chinese text', () => {
    expect(advances('教——教')).toEqual([1000, 2000, 1000])
  })

  it('can set punctuation half as wide', () => {
    expect(advances('（教）')).toEqual([1000, 1000, 1000])
    expect(advances('（教）', [new Feature('halt', 1)])).toEqual([500, 1000, 500])
  })
})

describe('the text of a deck', () => {
  const deck = slidePassages(slide({
    index: 2,
    title: '标题',
    content: '正文',
    frontmatter: { layout: 'x', items: [{ label: '标签' }, 2023, true, null] },
    note: '备注',
  }))
  const face = (text: string) => faces.find(candidate => candidate.text === text)!

  it.each([
    ['a string', '字', ['字']],
    ['a number', 98.6, ['98.6']],
    ['a list', ['字', 7], ['字', '7']],
    ['nested values', { a: { b: ['字'] } }, ['字']],
    ['a flag', true, []],
    ['nothing', null, []],
  ])('is found in frontmatter with %s', (_, value, found) => {
    expect(strings(value)).toEqual(found)
  })

  it.each([
    ['slides', '标题正文标签', '备'],
    ['everything', '标题正文标签备注', ''],
  ])('for a face of %s is %s', (text, drawn, left) => {
    const drawnText = new Set(textOf(face(text), deck))
    expect(lacking(drawn, drawnText)).toEqual([])
    expect(lacking(left, drawnText)).toEqual([...left])
  })

  it('always includes figures, Latin letters and Chinese punctuation', () => {
    expect(lacking('0aZ，。——……“”《》　', new Set(textOf(face('slides'), [])))).toEqual([])
  })

  it('is the same for the same characters in another order', () => {
    const text = (content: string) => textOf(face('slides'), slidePassages(slide({ content })))
    expect(text('教育')).toBe(text('育教育'))
  })
})

describe('the check of characters', () => {
  const findings = (parts: Partial<SlideInfo>, covered = charset) => characterFindings([slide(parts)], root, roots, covered).filter(({ slide }) => slide)

  it.each([
    ['finds nothing when every character is covered', '教育教育'],
    ['passes over spaces, line ends and characters without width', ' 教\n\t育\u3000\u200B\uFEFF\u00AD\uFE0F\r'],
    ['knows rare characters of names, also beyond U+FFFF', '𬱖㛃䶮'],
  ])('%s', (_, content) => {
    expect(findings({ content })).toEqual([])
    expect(findings({ note: content })).toEqual([])
  })

  it('names the character, its code, file, line and slide', () => {
    const [source] = [{ raw: '## 标题\n\n<!--\n同志\n𠮷\n-->', start: 10, note: '同志\n𠮷', filepath: join(root, 'pages/1.md') } as SourceSlideInfo]
    expect(findings({ index: 2, title: '标题', note: source.note, source })).toEqual([
      { file: 'pages/1.md', line: 15, slide: { page: 3, title: '标题' }, speakerOnly: true, message: expect.stringContaining('“𠮷”（U+20BB7）') },
    ])
  })

  it.each(['𰻞', '😀'])('lets %s stop the slides where they show it, and a note only where it is printed', (sign) => {
    expect(findings({ content: sign }).map(stopsSlides)).toEqual([true])
    expect(findings({ note: sign }).map(stopsSlides)).toEqual([false])
  })

  it('lets garbled words stop everything, since they are lost', () => {
    expect(findings({ note: '\uFFFD' }).map(stopsSlides)).toEqual([true])
  })

  it.each([
    ['a face', '😀'],
    ['a sign that may be text', '❤️'],
    ['a colour of skin', '👍🏽'],
    ['a family', '👨‍👩‍👧'],
    ['a flag', '🇨🇳'],
    ['a digit in a box', '1️⃣'],
  ])('names emoji whole, once, with advice of their own: %s', (_, emoji) => {
    const found = findings({ content: `甲${emoji}乙${emoji}` })
    expect(found).toMatchObject([{ message: expect.stringContaining(`表情符号“${emoji}”`) }])
    expect(found[0].message).toContain('请改用图片或文字')
    expect(found[0].message).not.toContain('charset.ts')
  })

  it('names a rare character beside emoji by itself', () => {
    expect(findings({ content: '𰻞😀' }).map(({ message }) => message)).toEqual([
      expect.stringContaining('表情符号“😀”'),
      expect.stringContaining('没有“𰻞”（U+30EDE）'),
    ])
  })

  it('names each character of a slide once', () => {
    expect(findings({ content: '㐂㐂' })).toHaveLength(1)
  })

  it('finds none in the interface', () => {
    expect(characterFindings([], root, roots, charset)).toEqual([])
    expect(characterFindings([], root, roots, characters('a'))).not.toEqual([])
  })
})
