import type { BadEdit } from './support/broken-decks'
import { exec } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkDeck } from '../../check/check-deck'
import { reportOf } from '../../check/finding'
import { loadDeck, root } from '../../scripts/lib/deck'
import { copyDeck } from '../support/copy-deck'
import { badEdits, harmlessEdits, windowsEdits } from './support/broken-decks'

/** What is run on broken decks; each checks the deck before it does anything else */
const COMMANDS = ['check', 'build', 'export', 'manuscript', 'portable']

/** Starting the commands costs seconds, so only these edits go through all of them; with `BAD_EDITS=all`, every one does. */
const THROUGH_COMMANDS = ['an open bracket in the headmatter', 'a missing part', 'a mistyped item of a layout', 'an open tag', 'a figure on a slide that the ledger lacks', 'a rare character in a note']

let folder: string
beforeAll(() => folder = copyDeck('edits'))
afterEach(() => ['slides.md', 'facts/figures.yaml', ...readdirSync(join(root, 'pages')).map(file => `pages/${file}`)].forEach(restore))

const original = (file: string) => readFileSync(join(root, file), 'utf8')

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

describe(`npm run ${COMMANDS.join(', ')} end with that message alone, and leave everything as it was, after`, () => {
  const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => !file.startsWith('node_modules'))

  beforeAll(() => {
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/index.html'), 'the last one')
  })

  it.each(badEdits.filter(({ name }) => process.env.BAD_EDITS === 'all' || THROUGH_COMMANDS.includes(name)))('$name', async (edit) => {
    apply(edit)
    const [finding] = await checkDeck(folder)
    const before = files()
    const ends = await Promise.all(COMMANDS.map(run))
    for (const [index, { status, output }] of ends.entries()) {
      expect({ status, output }, COMMANDS[index]).toMatchObject({ status: 1, output: expect.stringContaining(reportOf([finding])) })
      expect(output.split('\n').filter(line => line.trim()).length, output).toBeLessThanOrEqual(3)
    }
    expect(files()).toEqual(before)
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe('the last one')
  }, 120_000)

  /** Without the scripts that npm runs before: they look after the packages, which are this deck's. */
  function run(command: string): Promise<{ status: number, output: string }> {
    return new Promise(resolve => exec(`npm run --silent --ignore-scripts ${command}`, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, output: stdout + stderr })))
  }
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
    expect(await said(folder)).toEqual(await said(root))
  }, 30_000)
})
