import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyDeck } from '../../../tests/support/copy-deck'
import { fixtureDeck } from '../../../tests/support/fixture-deck'

describe('npm run check on a computer without a browser', () => {
  let folder: string
  beforeAll(() => {
    folder = copyDeck('command')
    cpSync(fixtureDeck, folder, { recursive: true })
  })

  /** @returns how it ends, and what it says */
  function check(...options: string[]) {
    const env = { ...process.env, CHROME_PATH: '/nowhere/chrome' }
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'packages/speech/bin/check.ts', ...options], { cwd: folder, env, encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  it('fails, and says that it has only read', () => {
    expect(check()).toEqual({ status: 1, said: expect.stringMatching(/只读过，没有看过：.*\/nowhere\/chrome[\s\S]*--no-look/) })
  }, 60_000)

  it('is content with reading where that was asked for', () => {
    expect(check('--no-look')).toEqual({ status: 0, said: expect.stringContaining('只读过，没有看画面：没有发现要改的地方') })
  }, 60_000)

  it('tells of a rare character in a note, and is content', () => {
    const file = join(folder, 'pages/1-review.md')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('春节前夕', '春节前夕𰻞'))
    const told = check('--no-look')
    writeFileSync(file, text)
    expect(told).toEqual({ status: 0, said: expect.stringMatching(/讲稿里有 1 处提醒，画面不受影响[\s\S]*pages\/1-review\.md 第 \d+ 行，第 \d+ 页[\s\S]*“𰻞”/) })
  }, 60_000)

  it('refuses an option that it doesn\'t know', () => {
    expect(check('--no-lok')).toEqual({ status: 1, said: expect.stringContaining('看不懂') })
  }, 60_000)
})
