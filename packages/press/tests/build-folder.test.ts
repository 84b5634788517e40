import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { loadDeck, outFile, root } from 'slidev-addon-speech/deck'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixtureDeck } from '../../../tests/support/fixture-deck'
import { requireOwnFolder } from '../lib/own-folder'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('npm run build', { timeout: 60_000 }, () => {
  it.each(['deck.pdf', 'index.html'])('empties no folder that holds a %s of somebody’s', (name) => {
    writeFileSync(join(folder, name), '<title>mine</title>')
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/build.ts', '--out', folder], { encoding: 'utf8' })
    expect({ status, left: readdirSync(folder) }).toEqual({ status: 1, left: [name] })
    expect(stderr).toContain(folder)
    expect(stderr).toContain('--out')
  })
})

describe('a folder to build into', () => {
  it('is one that isn’t there, or is empty, or holds an earlier build, whole or begun', () => {
    const shared = join(folder, 'public')
    const [page, ours, theirs] = ['index.html', 'logo.svg', 'notes.txt'].map(name => join(folder, 'dist', name))
    requireOwnFolder(join(folder, 'dist'), shared)
    for (const path of [shared, join(folder, 'dist')])
      mkdirSync(path)
    requireOwnFolder(join(folder, 'dist'), shared)
    for (const file of [join(shared, 'logo.svg'), ours])
      writeFileSync(file, '')
    requireOwnFolder(join(folder, 'dist'), shared)
    writeFileSync(theirs, '')
    expect(() => requireOwnFolder(join(folder, 'dist'), shared)).toThrow(/没有构建/)
    writeFileSync(page, '<meta property="slidev:version" content="52.0.0">')
    requireOwnFolder(join(folder, 'dist'), shared)
  })

  it('is not the one of finished files, which hold the notes and go on no web server', async () => {
    const file = outFile(await loadDeck(fixtureDeck), '.pdf')
    expect(dirname(file)).toBe(join(root, 'out'))
    expect(basename(file)).toMatch(/\.pdf$/)
  })
})
