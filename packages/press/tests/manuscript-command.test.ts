import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'manuscript-command-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...options: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/manuscript.ts', ...options], { encoding: 'utf8' })
}

describe('npm run manuscript', { timeout: 60_000 }, () => {
  it('writes a Word file and says where', () => {
    const file = join(folder, '讲话稿.docx')
    const { status, stdout } = run('--output', file)
    expect(status).toBe(0)
    expect(stdout).toContain(file)
    expect(stdout).toMatch(/\d 页的讲稿还是拟稿/)
    expect(readFileSync(file).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
  })

  it('lists its options', () => {
    const { status, stdout } = run('--help')
    expect(status).toBe(0)
    for (const option of ['--podium', '--no-cues', '--output'])
      expect(stdout).toContain(option)
  })

  it.each([
    ['an unknown option', ['--large'], '--help'],
    ['a folder in the file\'s place', ['--output', 'taken.docx'], '文件夹'],
    ...process.platform === 'linux' ? [['a folder that can\'t be written to', ['--output', '/proc/讲话稿.docx'], '没有写成']] as [string, string[], string][] : [],
  ])('says what is wrong with %s, in Chinese, and leaves nothing behind', (_, options, remedy) => {
    const nested = join(folder, 'errors')
    mkdirSync(join(nested, 'taken.docx/inside'), { recursive: true })
    const { status, stderr } = run(...options.map(option => option === 'taken.docx' ? join(nested, option) : option))
    expect(status).toBe(1)
    expect(stderr).toContain(remedy)
    expect(stderr).not.toContain('at ')
    expect(readdirSync(nested)).toEqual(['taken.docx'])
    expect(existsSync('讲话稿.docx')).toBe(false)
  })
})
