import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeWhole } from '../cli/write-file-atomic'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-whole-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

const words = new TextEncoder().encode('讲话')

it('replaces a file, makes the folders on its way, and leaves nothing beside it', () => {
  const file = join(folder, 'a/b/deck.pdf')
  writeWhole(file, new Uint8Array(9))
  writeWhole(file, words)
  expect(readFileSync(file, 'utf8')).toBe('讲话')
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['deck.pdf'])
})

it('names the file and the remedy where a folder stands in its place', () => {
  mkdirSync(join(folder, 'deck.pdf/inside'), { recursive: true })
  expect(() => writeWhole(join(folder, 'deck.pdf'), words)).toThrow(/deck\.pdf 没有写成：.*文件夹/)
  expect(readdirSync(folder)).toEqual(['deck.pdf'])
})

it('names the file and the remedy where its folder is a file', () => {
  writeFileSync(join(folder, 'dist'), '')
  expect(() => writeWhole(join(folder, 'dist/deck.pdf'), words)).toThrow(/没有写成/)
})

it.runIf(process.platform === 'linux')('names the file and the remedy where nothing can be written', () => {
  expect(() => writeWhole('/proc/deck.pdf', words)).toThrow(/deck\.pdf 没有写成/)
})
