/** Correct edits of the speech itself, whatever it says now, pass the check; wrong ones are named. */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDeck } from 'slidev-addon-speech/check/check-deck'
import { reportOf } from 'slidev-addon-speech/check/finding'
import { beforeEach, describe, expect, it } from 'vitest'
import { copyDeck } from '../support/copy-deck'

let folder: string
beforeEach(() => {
  folder = copyDeck('right-edits')
})

const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
const parts = () => readdirSync(join(folder, 'pages')).filter(file => file.endsWith('.md')).map(file => `pages/${file}`)
const check = async () => reportOf(await checkDeck(folder))

/** A figure of the ledger that a slide counts: its key, value and unit, and the file */
function countedFigure() {
  const ledger = read('figures.yaml')
  for (const [, value, unit] of ledger.matchAll(/^ {2}value: (\d{3,})\n {2}unit: (.+)$/gm)) {
    const file = parts().find(file => new RegExp(`\\b(?:value|after): ${value}\\b`).test(read(file)) && read(file).includes(`${value}${unit}`))
    const once = ledger.split(`value: ${value}\n`).length === 2
    if (file && once)
      return { file, value, unit }
  }
  throw new Error('No figure of three digits or more stands in the ledger, on a slide and in its note')
}

/** A part with a divider and a slide of its own, which the deck takes in before its last slide */
function addPart(number: number) {
  const file = `pages/${number}-more.md`
  write(file, `---\nlayout: section\nsubtitle: 再作一项部署\n---\n\n# 同心同德，<wbr>再开新局\n\n<!--\n再讲一个方面：同心同德，再开新局。\n-->\n\n---\n\n## 同心同德，再开新局\n\n<!--\n各校要把这一项任务抓细抓实。\n-->\n`)
  const deck = read('slides.md')
  const last = deck.lastIndexOf('\n---\nlayout: closing')
  write('slides.md', `${deck.slice(0, last)}\n---\nsrc: ./${file}\n---\n${deck.slice(last)}`)
}

describe('a correct edit passes the check:', () => {
  it('a word of a note', async () => {
    const [file] = parts()
    const text = read(file)
    expect(text).toContain('<!--\n')
    write(file, text.replace('<!--\n', '<!--\n各位同志，'))
    expect(await check()).toBe('')
  })

  it('a figure, in the ledger, on its slide and in its note', async () => {
    const { file, value, unit } = countedFigure()
    const other = String(Number(value) + 1)
    for (const name of ['figures.yaml', ...parts(), 'slides.md'])
      write(name, read(name).replaceAll(new RegExp(`(?<![\\d.])${value}(?![\\d.])`, 'g'), other))
    expect(read(file)).toContain(`${other}${unit}`)
    expect(await check()).toBe('')
  })

  it('a new slide', async () => {
    const [file] = parts()
    appendFileSync(join(folder, file), '\n---\n\n## 又做成了一件实事\n\n<!--\n这一件事也办成了。\n-->\n')
    expect(await check()).toBe('')
  })

  it.each(['hide: true', 'internal: true'])('a slide left out by %s, with the figures that its note says', async (mark) => {
    const { file } = countedFigure()
    write(file, read(file).replace(/^internal: true\n/gm, '').replace(/^---\nlayout: (?!section)/gm, `---\n${mark}\nlayout: `))
    expect(read(file)).toContain(mark)
    expect(await check()).toBe('')
  })

  it('a fourth and a fifth part', async () => {
    addPart(4)
    addPart(5)
    expect(await check()).toBe('')
  })
})

describe('a wrong edit is named with its file:', () => {
  it('slides of another speech beside the ledger of this one, in one finding', async () => {
    write('slides.md', '---\ntitle: 另一篇讲话\nlang: zh-CN\n---\n\n# 另一篇讲话\n\n<!--\n大家好。\n-->\n')
    expect(await check()).toMatch(/figures\.yaml[\s\S]*讲稿一个也没有念到，多半是另一篇讲话的/)
    expect((await checkDeck(folder))).toHaveLength(1)
  })

  it('a figure changed on its slide alone', async () => {
    const { file, value } = countedFigure()
    write(file, read(file).replace(new RegExp(`\\b(value|after): ${value}\\b`), `$1: ${Number(value) + 1}`))
    expect(await check()).toMatch(new RegExp(`${file}[\\s\\S]*${Number(value) + 1}`))
  })

  it('a part that isn\'t there', async () => {
    const [file] = parts()
    write('slides.md', read('slides.md').replace(`./${file}`, './pages/nowhere.md'))
    expect(await check()).toMatch(/slides\.md[\s\S]*nowhere\.md/)
  })

  it('a mistyped mark in a note', async () => {
    const [file] = parts()
    write(file, read(file).replace('<!--\n', '<!--\n[clik] '))
    expect(await check()).toMatch(new RegExp(`${file}[\\s\\S]*\\[click\\]`))
  })
})
