import type { WordOptions } from '../manuscript/word-document'
import { strFromU8, unzipSync } from 'fflate'
import { loadDeck } from 'slidev-addon-speech/deck'
import { isSaid, paragraphsOf } from 'slidev-addon-speech/note'
import { parseNote } from 'slidev-addon-speech/notes/parse-note'
import { outlineOf } from 'slidev-addon-speech/outline'
import { describe, expect, it } from 'vitest'
import { fixtureDeck } from '../../../tests/support/fixture-deck'
import { manuscriptOf } from '../manuscript/manuscript'
import { wordDocument } from '../manuscript/word-document'

const deck = await loadDeck(fixtureDeck)
const { slides, headmatter } = deck

interface WordParagraph {
  style: string
  text: string
  /** Each run with its character style */
  runs: { style?: string, text: string }[]
}

async function wordFile(options: Partial<WordOptions> = {}) {
  const file = await wordDocument(manuscriptOf(deck, fixtureDeck, options.podium), { podium: false, cues: true, date: '2026-09-01', ...options })
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]))
  const paragraphs = [...parts['word/document.xml'].matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, xml]): WordParagraph => ({
    style: xml.match(/<w:pStyle w:val="(\w+)"/)![1],
    text: textOf(xml),
    runs: [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run]) => ({ style: run.match(/<w:rStyle w:val="(\w+)"/)?.[1], text: textOf(run) })),
  }))
  return { file, parts, paragraphs }
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => text).join('').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
}

/** A style's own XML */
function styleOf(parts: Record<string, string>, id: string): string {
  return parts['word/styles.xml'].match(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's'))![0]
}

/** The notes as they stand in the Markdown, paragraph by paragraph, without click markers */
const spoken = slides.flatMap(({ note }) => paragraphsOf(parseNote(note))).map(({ runs }) => runs.filter(run => isSaid(run) || run.kind === 'pending').map(({ text }) => text.trim()).join(''))

describe.each([
  ['by the standard', false],
  ['for the lectern', true],
])('the manuscript %s', (_, podium) => {
  it('says what the notes say, character by character, and nothing else', async () => {
    const { paragraphs } = await wordFile({ podium })
    const words = paragraphs.filter(({ style }) => ['BodyText', 'Draft', 'Salutation'].includes(style))
      .map(({ runs }) => runs.filter(({ style }) => style !== 'DraftMark').map(({ text }) => text).join(''))
    expect(spoken.length).toBeGreaterThan(60)
    expect(words).toEqual(spoken)
    expect(words.join('')).not.toMatch(/\[click|\*\*|</)
  })

  it('has the parts and chapters as Word\'s own headings, in 黑体 and 楷体', async () => {
    const { paragraphs, parts } = await wordFile({ podium })
    const outline = outlineOf(slides.map(({ index, title, frontmatter }) => ({ page: index + 1, ...frontmatter, title })))
    const numerals = '一二三四五'
    expect(paragraphs.filter(({ style }) => style.startsWith('Heading')).map(({ style, text }) => [style, text])).toEqual(outline.flatMap(({ number, title, subtitle, chapters }) => [
      ['Heading1', `${numerals[number - 1]}、${title}，${subtitle}`],
      ...chapters.map(chapter => ['Heading2', `（${numerals[chapter.number - 1]}）${chapter.title}`]),
    ]))
    expect(styleOf(parts, 'Heading1')).toMatch(/<w:name w:val="heading 1"\/>.*<w:outlineLvl w:val="0"\/>.*w:eastAsia="黑体"/is)
    expect(styleOf(parts, 'Heading2')).toMatch(/<w:name w:val="heading 2"\/>.*<w:outlineLvl w:val="1"\/>.*w:eastAsia="楷体_GB2312"/is)
  })

  it('shows the slides\' numbers in the margin, in order, each before its words', async () => {
    const { paragraphs } = await wordFile({ podium })
    expect(paragraphs.filter(({ style }) => style === 'SlideCue').map(({ text }) => text)).toEqual(slides.map(({ index }) => String(index + 1)))

    const family = slides.find(({ frontmatter }) => frontmatter.value === 698)!
    const cue = paragraphs.findIndex(({ style, text }) => style === 'SlideCue' && text === String(family.index + 1))
    expect(paragraphs[cue + 1].text).toContain('698户')
  })

  it('leaves them out when asked, and nothing else', async () => {
    const [withCues, without] = [await wordFile({ podium }), await wordFile({ podium, cues: false })]
    expect(without.paragraphs).toEqual(withCues.paragraphs.filter(({ style }) => style !== 'SlideCue'))
    expect(without.parts['word/document.xml']).not.toContain('w:framePr')
  })

  it('marks what is drafted, and only that', async () => {
    const { paragraphs } = await wordFile({ podium })
    const drafts = slides.filter(({ frontmatter }) => frontmatter.draft === true)
    expect(paragraphs.flatMap(({ runs }) => runs).filter(({ style }) => style === 'DraftMark').map(({ text }) => text)).toEqual(drafts.map(() => '【拟稿】'))
    expect(paragraphs.filter(({ style }) => style === 'Draft')).toHaveLength(drafts.flatMap(({ note }) => paragraphsOf(parseNote(note))).length)
  })
})

describe('the page, by GB/T 9704—2012', () => {
  const mm = (twips: string) => Number(twips) / 1440 * 25.4

  it('is A4 with margins of 37 and 28 mm, and a text area of 156 × 225 mm', async () => {
    const { parts } = await wordFile()
    const size = parts['word/document.xml'].match(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/)!
    const [, top, right, bottom, left] = parts['word/document.xml'].match(/<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/)!
    expect([mm(size[1]), mm(size[2])].map(Math.round)).toEqual([210, 297])
    expect(mm(top)).toBeCloseTo(37, 1)
    expect(mm(left)).toBeCloseTo(28, 1)
    expect(mm(size[1]) - mm(left) - mm(right)).toBeCloseTo(156, 1)
    expect(mm(size[2]) - mm(top) - mm(bottom)).toBeCloseTo(225, 1)
  })

  it('holds 22 lines of 28 characters of 三号 仿宋, and no more', async () => {
    const { parts } = await wordFile()
    const normal = styleOf(parts, 'Normal')
    const [, size] = normal.match(/<w:sz w:val="(\d+)"/)!
    const [, spacing] = normal.match(/<w:spacing w:val="(-\d+)"/)!
    const [, pitch] = styleOf(parts, 'BodyText').match(/w:line="(\d+)" w:lineRule="exact"/)!
    const [, grid] = parts['word/document.xml'].match(/<w:docGrid[^>]*w:linePitch="(\d+)"/)!
    const character = Number(size) / 2 + Number(spacing) / 20
    const [width, height] = [156, 225].map(length => length / 25.4 * 72)
    expect(normal).toContain('w:eastAsia="仿宋_GB2312"')
    expect(size).toBe('32')
    expect(Math.floor(width / character)).toBe(28)
    expect(Math.floor(height / (Number(pitch) / 20))).toBe(22)
    expect(grid).toBe(pitch)
  })

  it('has the title in two lines, 二号 小标宋 and 三号 楷体, and the salutation flush left', async () => {
    const { parts, paragraphs } = await wordFile()
    expect(paragraphs.slice(0, 3)).toMatchObject([
      { style: 'Title', text: headmatter.title },
      { style: 'Subtitle', text: `——${slides[0].frontmatter.subtitle}` },
      { style: 'Byline', text: slides[0].frontmatter.byline },
    ])
    expect(styleOf(parts, 'Title')).toMatch(/<w:jc w:val="center"\/>.*w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/s)
    expect(styleOf(parts, 'Subtitle')).toMatch(/<w:jc w:val="center"\/>.*w:eastAsia="楷体_GB2312".*<w:sz w:val="32"\/>/s)
    expect(styleOf(parts, 'BodyText')).toContain('w:firstLineChars="200"')
    expect(styleOf(parts, 'Salutation')).not.toContain('w:ind')
    expect(paragraphs.find(({ style }) => style === 'Salutation')!.text).toBe('同志们：')
  })

  it('numbers odd pages on the right and even ones on the left: — 1 — in 四号 宋体', async () => {
    const { parts } = await wordFile()
    expect(parts['word/settings.xml']).toMatch(/<w:evenAndOddHeaders(?: w:val="true")?\/>/)
    const footers = Object.fromEntries([...parts['word/document.xml'].matchAll(/<w:footerReference w:type="(\w+)" r:id="(\w+)"\/>/g)]
      .map(([, type, id]) => [type, parts[`word/${parts['word/_rels/document.xml.rels'].match(new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`))?.[1] ?? parts['word/_rels/document.xml.rels'].match(new RegExp(`Target="([^"]+)"[^>]*Id="${id}"`))![1]}`]]))
    for (const footer of Object.values(footers))
      expect(footer).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"\/>.*— <.*PAGE.*> —</s)
    expect(footers.default).toContain('<w:jc w:val="right"/>')
    expect(footers.even).toContain('<w:jc w:val="left"/>')
  })

  it('names other fonts where a computer lacks the standard\'s', async () => {
    const { parts } = await wordFile()
    for (const [font, other] of [['方正小标宋简体', '宋体'], ['仿宋_GB2312', 'FangSong'], ['楷体_GB2312', 'KaiTi'], ['黑体', 'SimHei'], ['宋体', 'SimSun']])
      expect(parts['word/fontTable.xml']).toMatch(new RegExp(`w:name="${font}"><w:altName w:val="[^"]*${other}`))
    const used = new Set(Object.values(parts).join('').match(/(?<=w:eastAsia=")[^"]*[^\w"-][^"]*/g))
    expect([...used].filter(font => !parts['word/fontTable.xml'].includes(`w:name="${font}"`))).toEqual([])
  })
})

describe('the page for the lectern', () => {
  it('is 20 pt on 32 pt, its lines set by hand', async () => {
    const { parts, paragraphs } = await wordFile({ podium: true })
    expect(styleOf(parts, 'Normal')).toContain('<w:sz w:val="40"/>')
    expect(styleOf(parts, 'BodyText')).toContain('w:line="640" w:lineRule="exact"')
    expect(parts['word/document.xml'].match(/<w:br\/>/g)!.length).toBeGreaterThan(100)
    const lines = paragraphs.filter(({ style }) => style !== 'SlideCue').flatMap(({ runs }) => runs.map(({ text }) => text))
    expect(lines.filter(line => /\d$/.test(line)), 'lines that end with a bare figure').toEqual([])
  })
})

describe('the file', () => {
  it('is the same, byte by byte, from the same notes, whenever it is made', async () => {
    const [one, other] = [await wordFile(), await new Promise(resolve => setTimeout(resolve, 2100)).then(() => wordFile())]
    expect(other.file).toEqual(one.file)
    expect(one.parts['docProps/core.xml']).toContain('2026-09-01T00:00:00Z')
  })

  it('is undated outside a repository', async () => {
    expect((await wordFile({ date: undefined })).parts['docProps/core.xml']).not.toContain('dcterms:created')
  })
})
