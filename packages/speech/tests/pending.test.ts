import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pendingPlaces } from '../check/pending'
import { loadDeck } from '../deck'
import { hidePending } from '../hide-pending'
import { pendingIn, shownData, withoutPending } from '../pending'

describe('what is to be confirmed', () => {
  it.each([
    ['【待核：日期】', ['日期'], ''],
    ['【待核:日期】', ['日期'], ''],
    ['【待核】', [''], ''],
    ['某区教育局 【待核：报告人】', ['报告人'], '某区教育局'],
    ['新增【待核：学位数】个，投入【待核：金额】亿元', ['学位数', '金额'], '新增个，投入亿元'],
    ['没有待核的话【翻页】', [], '没有待核的话【翻页】'],
    ['', [], ''],
  ])('%s', (text, found, shown) => {
    expect(pendingIn(text)).toEqual(found)
    expect(withoutPending(text)).toBe(shown)
  })
})

it('is listed slide by slide, with its line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pending-'))
  writeFileSync(join(folder, 'slides.md'), '---\ndate: 【待核：日期】\n---\n\n# 题\n\n<!--\n同志们：\n【待核】讲【待核：人数】\n-->\n\n---\n\n# 二\n\n【待核：图】\n')
  const places = pendingPlaces((await loadDeck(folder)).slides, folder)
  rmSync(folder, { recursive: true })
  expect(places.map(({ file, line, slide, words, part }) => [file, line, slide.page, words, part])).toEqual([
    ['slides.md', 2, 1, '日期', 'shown'],
    ['slides.md', 9, 1, '', 'note'],
    ['slides.md', 9, 1, '人数', 'note'],
    ['slides.md', 16, 2, '图', 'shown'],
  ])
})

describe('what an audience gets', () => {
  const { transform } = hidePending() as { transform: (code: string, id: string) => { code: string } | undefined }

  it('has none of it in a slide’s data, however deep, nor in the deck’s', () => {
    expect(shownData({ pairs: [{ by: '【待核：科室】', task: '补【待核：数】处' }], value: 3 })).toEqual({ pairs: [{ by: '', task: '补处' }], value: 3 })
    expect(transform('export default {"title":"讲话【待核：年份】","selectable":true}', '/@slidev/configs')?.code).toBe('export default {"title":"讲话","selectable":true}')
    const code = 'import x\nexport const frontmatterData = {"date":"【待核：日期】","at":1}\nexport const meta = {}'
    expect(transform(code, '/a/slides.md__slidev_1.frontmatter')?.code).toBe('import x\nexport const frontmatterData = {"date":"","at":1}\nexport const meta = {}')
    expect(() => transform('export const data = {}', '/a/slides.md__slidev_1.frontmatter')).toThrow('no longer writes')
  })

  it('has none of it in a slide’s words', () => {
    expect(transform('<template><h1>题【待核：年】</h1></template>\n<script>"【待核】"</script>', '/a/slides.md__slidev_1.md')?.code).toBe('<template><h1>题</h1></template>\n<script>"【待核】"</script>')
    expect(transform('<template><h1>题</h1></template>', '/a/slides.md__slidev_1.md')).toBeUndefined()
  })
})
