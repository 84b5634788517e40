import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/** Whoever makes the speech runs these; those of docs/, bench/, tests/ and the release are for who works on the house */
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /launch\.mjs ((?:packages\/|scripts\/strokes)\S+)/.exec(line)?.[1]
  return file ? [[name, file]] : []
})

describe('--help', { timeout: 60_000 }, () => {
  it.concurrent.each(commands)('of npm run %s says in Chinese what the command does, and does nothing', async (name, file) => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file, '--help'])
    expect(stderr).toBe('')
    expect(stdout).toMatch(new RegExp(`^\\n用法：npm (?:run )?${name}`))
  })
})
