import type { BadEdit } from './support/broken-decks'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkDeck } from '../../check/check-deck'
import { reportOf } from '../../check/finding'
import { loadDeck, root } from '../../scripts/lib/deck'
import { copyDeck } from '../support/copy-deck'
import { badEdits, harmlessEdits, windowsEdits } from './support/broken-decks'

let folder: string
beforeAll(() => folder = copyDeck('edits'))

const original = (file: string) => readFileSync(join(root, file), 'utf8')

/** @returns the file as it stands now */
function apply({ file, edit }: Pick<BadEdit, 'file' | 'edit'>): string {
  const edited = edit(original(file))
  if (edited === undefined)
    rmSync(join(folder, file))
  else
    writeFileSync(join(folder, file), edited)
  return edited === undefined ? '' : typeof edited === 'string' ? edited : new TextDecoder('gbk').decode(edited)
}

function restore(file: string) {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), original(file))
}

describe('a bad edit makes one finding, with file, line and remedy:', () => {
  it.each(badEdits)('$name', async (edit) => {
    const text = apply(edit)
    const findings = await checkDeck(folder)
    restore(edit.file)
    expect(findings, reportOf(findings)).toHaveLength(1)
    expect(findings[0]).toMatchObject({ file: edit.file, line: edit.at ? lineOf(edit.at, text) : 1 })
    for (const words of edit.says)
      expect(findings[0].message).toMatch(words)
    expect(findings[0].message).toMatch(/请|是不是/)
  })
})

describe('the check passes over', () => {
  afterEach(() => [...new Set(harmlessEdits.map(({ file }) => file))].forEach(restore))

  it.each(harmlessEdits)('$name', async (edit) => {
    apply(edit)
    expect(reportOf(await checkDeck(folder))).toBe('')
  })

  it('the whole deck as Windows saves it, which says the same', async () => {
    const said = async (folder: string) => (await loadDeck(folder)).slides.map(({ title, content, frontmatter, note }) => ({ title, content, frontmatter, note }))
    for (const [file, edit] of Object.entries(windowsEdits))
      apply({ file, edit })
    expect(reportOf(await checkDeck(folder))).toBe('')
    expect(await said(folder)).toEqual(await said(root))
  })
})

function lineOf(words: string, text: string): number {
  expect(text).toContain(words)
  return text.slice(0, text.indexOf(words)).split('\n').length
}
