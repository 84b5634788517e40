import type { UnsureFigure } from '../check/fix-figures'
import type { LedgerEntry } from '../check/ledger'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { copyDeck } from '../../../tests/support/copy-deck'
import { fixtureDeck } from '../../../tests/support/fixture-deck'
import { checkDeck } from '../check/check-deck'
import { fixFigures } from '../check/fix-figures'
import { parseLedger } from '../check/ledger'

const FILES = ['slides.md', 'figures.yaml', 'words.yaml', ...readdirSync(join(fixtureDeck, 'pages')).map(file => `pages/${file}`)]
let folder: string

beforeAll(() => {
  folder = copyDeck('fix-figures')
})
beforeEach(() => {
  for (const file of FILES)
    writeFileSync(join(folder, file), readFileSync(join(fixtureDeck, file)))
})

const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const deckText = () => FILES.filter(file => file !== 'figures.yaml').map(read).join('')

/** Changes words that have to be there. */
function change(file: string, words: string, other: string) {
  expect(read(file)).toContain(words)
  writeFileSync(join(folder, file), read(file).replaceAll(words, other))
}

/** Changes a line of a ledger entry. */
function changeEntry(key: string, line: string, other: string) {
  const [before, after] = read('figures.yaml').split(`\n${key}:\n`)
  expect(after).toContain(line)
  writeFileSync(join(folder, 'figures.yaml'), `${before}\n${key}:\n${after.replace(line, other)}`)
}

/** @returns the figures that are named, of a deck of which nothing is changed */
async function leavesAll(earlier?: LedgerEntry[]): Promise<UnsureFigure[]> {
  const before = deckText()
  const { fixed, unsure } = await fixFigures(folder, earlier)
  expect(fixed).toEqual([])
  expect(deckText()).toBe(before)
  return unsure
}

it.each([
  ['a number with its unit', 'families-visited', 'value: 698', 'value: 702', '698', '702'],
  ['a date', 'opening-date', 'value: 2月3日', 'value: 2月5日', '2月3日', '2月5日'],
  ['words with a numeral', 'games-edition', 'value: 14\n  unit: 届\n  written: 第十四届', 'value: 15\n  unit: 届\n  written: 第十五届', '第十四届', '第十五届'],
])('takes over %s, everywhere and nothing else', async (_, key, line, other, old, now) => {
  const before = deckText()
  changeEntry(key, line, other)
  const { fixed, unsure } = await fixFigures(folder)
  expect(unsure).toEqual([])
  expect(fixed.length).toBeGreaterThan(0)
  expect(deckText()).toBe(before.replaceAll(old, now))
  for (const { file, line, before, after } of fixed) {
    expect(read(file).split('\n')[line - 1].trim()).toBe(after)
    expect(after).toBe(before.replaceAll(old, now))
  }
  expect(await checkDeck(folder)).toEqual([])
})

it('takes over a figure that the note spells out', async () => {
  change('pages/1-review.md', '全区698户', '全区六百九十八户')
  changeEntry('families-visited', 'value: 698', 'value: 702')
  await fixFigures(folder)
  expect(deckText()).toContain('全区七百零二户')
  expect(await checkDeck(folder)).toEqual([])
})

it('computes anew what is derived', async () => {
  changeEntry('contract-pay-after', 'value: 600', 'value: 900')
  const { fixed } = await fixFigures(folder)
  expect(fixed).toContainEqual({ file: 'figures.yaml', line: expect.any(Number), before: 'contract-pay-multiple：value: 2', after: 'contract-pay-multiple：value: 3' })
  expect(await checkDeck(folder)).toEqual([])
})

it('leaves and names what may be one of two changed entries', async () => {
  changeEntry('graduates-recruited', 'value: 143', 'value: 144')
  changeEntry('kindergarten-teachers-hired', 'value: 138', 'value: 139')
  const unsure = await leavesAll()
  expect(unsure.map(({ quote }) => quote)).toEqual(expect.arrayContaining(['143名', '138名']))
  expect(unsure[0].reason).toContain('graduates-recruited（144名）')
  expect(unsure[0].reason).toContain('kindergarten-teachers-hired（139名）')
  expect(unsure[0].reason).toContain('自己把这一行改成 144名 或 139名')
})

it('takes over two figures of one unit that changed together, where their old values are known', async () => {
  const earlier = parseLedger(read('figures.yaml'))
  changeEntry('graduates-recruited', 'value: 143', 'value: 144')
  changeEntry('kindergarten-teachers-hired', 'value: 138', 'value: 139')
  const before = deckText()
  const { unsure } = await fixFigures(folder, earlier)
  expect(unsure).toEqual([])
  expect(deckText()).toBe(before.replaceAll('143', '144').replaceAll('138', '139'))
  expect(await checkDeck(folder)).toEqual([])
})

it('takes the last commit’s ledger for what was there before', async () => {
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder, stdio: 'ignore' })
  git('init')
  git('add', 'figures.yaml')
  git('commit', '-m', 'a')
  try {
    changeEntry('graduates-recruited', 'value: 143', 'value: 144')
    changeEntry('kindergarten-teachers-hired', 'value: 138', 'value: 139')
    expect((await fixFigures(folder)).unsure).toEqual([])
    expect(await checkDeck(folder)).toEqual([])
  }
  finally {
    rmSync(join(folder, '.git'), { recursive: true, force: true })
  }
})

it('leaves a figure that two changed entries had before', async () => {
  changeEntry('kindergarten-teachers-hired', 'value: 138', 'value: 143')
  const earlier = parseLedger(read('figures.yaml'))
  change('pages/1-review.md', '138名', '143名')
  changeEntry('graduates-recruited', 'value: 143', 'value: 144')
  changeEntry('kindergarten-teachers-hired', 'value: 143', 'value: 139')
  const unsure = await leavesAll(earlier)
  expect(unsure[0].reason).toContain('graduates-recruited（144名）、kindergarten-teachers-hired（139名） 都可能是它')
})

it('leaves and names a figure that another entry still has', async () => {
  changeEntry('kindergarten-teachers-hired', 'value: 138', 'value: 143')
  for (const words of ['138名', 'value: 138'])
    change('pages/1-review.md', words, words.replace('138', '143'))
  const earlier = parseLedger(read('figures.yaml'))
  changeEntry('graduates-recruited', 'value: 143', 'value: 144')
  const unsure = await leavesAll(earlier)
  const lines = read('pages/1-review.md').split('\n').flatMap((line, index) => line.includes('143名') ? [index + 1] : [])
  expect(lines.length).toBeGreaterThan(1)
  expect(unsure.filter(({ file }) => file === 'pages/1-review.md').map(({ line }) => line)).toEqual(expect.arrayContaining(lines))
  expect(unsure[0].reason).toBe('台账里的 kindergarten-teachers-hired 也是 143名；这里要是 graduates-recruited，请自己把这一行改成 144名')
})

it('leaves and names a figure that the changed entry didn’t have before', async () => {
  const earlier = parseLedger(read('figures.yaml'))
  change('pages/1-review.md', '全区698户', '全区689户')
  change('pages/1-review.md', 'value: 698', 'value: 689')
  changeEntry('families-visited', 'value: 698', 'value: 702')
  const unsure = await leavesAll(earlier)
  expect(unsure[0].reason).toMatch(/^台账里的 families-visited（702户） 原来是 698户，不是这个数/)
})

it('the check names where the old figure stands, for who changes it by hand', async () => {
  changeEntry('families-visited', 'value: 698', 'value: 702')
  const finding = (await checkDeck(folder)).find(({ file }) => file === 'figures.yaml')!
  const line = read('pages/1-review.md').split('\n').findIndex(line => line.includes('全区698户')) + 1
  expect(finding.message).toContain(`pages/1-review.md 第 ${line} 行`)
  expect(finding.message).toContain('“698户”')
})

it('leaves and names two old figures that may both be one changed entry', async () => {
  changeEntry('families-visited', 'value: 698', 'value: 702')
  change('pages/1-review.md', '全区698户', '全区689户')
  const unsure = await leavesAll()
  expect(unsure[0].reason).toContain('families-visited（702户）')
})

it.each([
  ['in an address', '全区[698户](https://example.com/698)'],
  ['with another unit', '全区698户698人'],
])('leaves a line that has the same digits for something else, %s', async (_, words) => {
  change('pages/1-review.md', '全区698户', words)
  changeEntry('families-visited', 'value: 698', 'value: 702')
  const { fixed, unsure } = await fixFigures(folder)
  expect(fixed).toHaveLength(1) // of the slide
  expect(unsure).toMatchObject([{ quote: expect.stringContaining('698'), reason: expect.stringContaining('不都是') }])
})

it('touches nothing in a deck that agrees with its ledger, nor in one with other mistakes', async () => {
  expect(await fixFigures(folder)).toEqual({ fixed: [], unsure: [] })
  changeEntry('families-visited', 'value: 698', 'value: 702')
  change('slides.md', 'layout: closing', 'layout: clsoing')
  const before = deckText()
  expect(await fixFigures(folder)).toEqual({ fixed: [], unsure: [] })
  expect(deckText()).toBe(before)
})
