import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRegister } from '../words/check-words'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'register-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function warnings(note: string, words?: string) {
  writeFileSync(join(folder, 'slides.md'), `---\ntitle: 会\n---\n\n# 会\n\n<!--\n${note}\n-->\n`)
  if (words)
    writeFileSync(join(folder, 'words.yaml'), words)
  return (await checkRegister(folder)).map(({ line, column, found }) => `${line}:${column} ${found}`)
}

describe('warnings of register', () => {
  it('name colloquial phrases where they stand', async () => {
    expect(await warnings('同志们：\n\n成绩[click]靠的是大家，说到底是实干。')).toEqual(['10:10 靠的是', '10:16 说到底'])
  })

  it('name a sentence of more than 90 characters; commas are no stops, semicolons are', async () => {
    const half = `${'教'.repeat(44)}，`
    expect(await warnings(`短。${half}${half}。`)).toEqual([])
    expect(await warnings(`短。${half}${half}育。`)).toEqual([`8:3 ${'教'.repeat(12)}`])
    expect(await warnings(`短。${half}【待核：名称】${half}。`)).toEqual([])
    expect(await warnings(`短。${half}；${half}育。`)).toEqual([])
    expect(await warnings(`${half}\n\n${half}育。`)).toEqual([])
  })

  it('leave a long text alone that a slide shows, and nobody has to say in one breath', async () => {
    writeFileSync(join(folder, 'slides.md'), `---\ntitle: ${'教'.repeat(91)}\n---\n\n# 会\n\n- ${'教'.repeat(91)}\n\n<!--\n好。\n-->\n`)
    expect(await checkRegister(folder)).toEqual([])
  })

  it('name the third 我区 of a paragraph', async () => {
    expect(await warnings('我区，我区。\n\n我区。')).toEqual([])
    expect(await warnings('我区，我区。我区好。')).toEqual(['8:7 我区好。'])
  })

  it('name 本学年 where the deck says 新学年 too', async () => {
    expect(await warnings('本学年。')).toEqual([])
    expect(await warnings('新学年。本学年。')).toEqual(['8:5 本学年'])
  })

  it('are silenced by words.yaml, with a reason, only where its text stands', async () => {
    expect(await warnings('甲靠的是乙。丙靠的是丁。', 'silenced:\n  - { text: 甲靠的是, reason: 引文 }\n')).toEqual(['8:8 靠的是'])
    await expect(warnings('好。', 'silenced:\n  - { text: 靠的是 }\n')).rejects.toThrow('words.yaml 的 silenced 第 1 项缺 reason')
  })
})
