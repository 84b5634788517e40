import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explainFailure, isInstalled, markInstalled, satisfies } from '../../scripts/install.mjs'

describe('node', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['20.18.3', false],
    ['18.20.4', false],
  ])('%s is new enough for >=20.19: %s', (version, expected) => {
    expect(satisfies(version, '>=20.19')).toBe(expected)
  })
})

describe('the packages', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bootstrap-'))
    mkdirSync(join(root, 'node_modules'))
    writeFileSync(join(root, 'package-lock.json'), '{"packages": {}}')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('count as installed once an install has gone to its end', () => {
    expect(isInstalled(root)).toBe(false)
    markInstalled(root)
    expect(isInstalled(root)).toBe(true)
  })

  it.each([
    ['package-lock.json changes', () => writeFileSync(join(root, 'package-lock.json'), '{"packages": {"node_modules/vue": {}}}')],
    ['node_modules is deleted', () => rmSync(join(root, 'node_modules'), { recursive: true })],
  ])('count no longer when %s', (_, change) => {
    markInstalled(root)
    change()
    expect(isInstalled(root)).toBe(false)
  })
})

describe('a failed install', () => {
  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT', 'ENOTCACHED'])('with %s asks for the network', (code) => {
    expect(explainFailure(`npm error code ${code}\nnpm error network request failed`)).toContain('接通网络')
  })

  it('for another reason gives npm’s own words and where its log is', () => {
    const explained = explainFailure('npm error code ENOSPC\nnpm error syscall write\nnpm error nospc no space left on device\nnpm error A complete log of this run can be found in: /home/li/.npm/_logs/2026-01-01T00_00_00_000Z-debug-0.log')
    expect(explained).toContain('no space left on device')
    expect(explained).toContain('/home/li/.npm/_logs/2026-01-01T00_00_00_000Z-debug-0.log')
  })
})
