import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'

/** Whoever makes the speech runs these; those of docs/, bench/, tests/ and the release are for who works on the house */
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts
const commands = Object.entries(scripts).filter(([, line]) => /launch\.mjs (?:packages\/|scripts\/strokes)/.test(line))

describe('--help', { timeout: 60_000 }, () => {
  it.each(commands)('of npm run %s says in Chinese what the command does, and does nothing', (name, line) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...line.split(' ').slice(1), '--help'], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^\\n用法：npm (?:run )?${name}`))
  })
})
