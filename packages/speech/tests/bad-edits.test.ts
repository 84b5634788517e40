import type { BadEdit } from './support/broken-decks'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyDeck } from '../../../tests/support/copy-deck'
import { fixtureDeck } from '../../../tests/support/fixture-deck'
import { checkDeck, requireSoundDeck } from '../check/check-deck'
import { reportOf } from '../check/finding'
import { loadDeck } from '../deck'
import { badEdits, harmlessEdits, windowsEdits } from './support/broken-decks'

/** Commands that check the deck before they do anything else, each run once on a broken deck: starting one takes seconds */
const COMMANDS = [
  ['packages/speech/bin/check.ts', 'an open bracket in the headmatter'],
  ['packages/press/bin/export.ts', 'a figure on a slide that the ledger lacks'],
  ['packages/press/bin/manuscript.ts', 'a missing part'],
]

let folder: string
const FILES = ['slides.md', 'figures.yaml', 'words.yaml', ...readdirSync(join(fixtureDeck, 'pages')).map(file => `pages/${file}`)]
beforeAll(() => {
  folder = copyDeck('edits')
  FILES.forEach(restore)
})
afterEach(() => FILES.forEach(restore))

const original = (file: string) => readFileSync(join(fixtureDeck, file), 'utf8')

function restore(file: string) {
  writeFileSync(join(folder, file), original(file))
}

/** @returns the file as it stands now */
function apply({ file, edit }: Pick<BadEdit, 'file' | 'edit'>): string {
  const edited = edit(original(file))
  if (edited === undefined)
    rmSync(join(folder, file))
  else
    writeFileSync(join(folder, file), edited)
  return edited instanceof Uint8Array ? new TextDecoder('gbk').decode(edited) : edited ?? ''
}

function lineOf(words: string, text: string): number {
  expect(text).toContain(words)
  return text.slice(0, text.indexOf(words)).split('\n').length
}

describe('a bad edit makes one finding, with file, line and remedy:', () => {
  it.each(badEdits)('$name', async (edit) => {
    const text = apply(edit)
    const findings = await checkDeck(folder)
    expect(findings, reportOf(findings)).toHaveLength(1)
    expect(findings[0]).toMatchObject({ file: edit.file, line: edit.at ? lineOf(edit.at, text) : 1 })
    for (const words of edit.says)
      expect(findings[0].message).toMatch(words)
    expect(findings[0].message).toMatch(/请|是不是/)
  }, 30_000)
})

describe('a character in a note that the faces lack', () => {
  const edit = badEdits.find(({ name }) => name === 'a rare character in a note')!

  it('is told, and stops nothing that leaves the notes to the speaker', async () => {
    apply(edit)
    expect(await requireSoundDeck(folder, '没有构建')).toMatchObject([{ file: edit.file, speakerOnly: true }])
  })

  it('stops what prints the notes', async () => {
    apply(edit)
    await expect(requireSoundDeck(folder, '没有导出', { printsNotes: true })).rejects.toThrow('没有导出，有 1 处要改：')
  })

  it('hides nothing else on its slide', async () => {
    apply({ ...edit, edit: text => text.replace('春节前夕', '春节前夕𠮷走访了699户') })
    const [told, ...others] = await checkDeck(folder)
    expect(told).toMatchObject({ message: expect.stringContaining('𠮷'), speakerOnly: true })
    expect(others).toMatchObject([{ message: expect.stringContaining('699户'), slide: told.slide }])
  })
})

describe('a command ends with that message alone, and leaves everything as it was:', () => {
  const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => !file.startsWith('node_modules'))

  it.each(COMMANDS)('%s after %s', async (command, name) => {
    apply(badEdits.find(edit => edit.name === name)!)
    const report = reportOf(await checkDeck(folder))
    const before = files()
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command], { cwd: folder, encoding: 'utf8' })
    const output = (stdout + stderr).trim()
    expect({ status, output }).toMatchObject({ status: 1, output: expect.stringContaining(report) })
    expect(output.split('\n').length, output).toBeLessThanOrEqual(report.split('\n').length)
    expect(files()).toEqual(before)
  }, 60_000)
})

describe('the check passes over', () => {
  it.each(harmlessEdits)('$name', async (edit) => {
    apply(edit)
    expect(reportOf(await checkDeck(folder))).toBe('')
  }, 30_000)

  it('the whole deck as Windows saves it, which says the same', async () => {
    const said = async (folder: string) => (await loadDeck(folder)).slides.map(({ title, content, frontmatter, note }) => ({ title, content, frontmatter, note }))
    for (const [file, edit] of Object.entries(windowsEdits))
      apply({ file, edit })
    expect(reportOf(await checkDeck(folder))).toBe('')
    expect(await said(folder)).toEqual(await said(fixtureDeck))
  }, 30_000)
})
