import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
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

it.each(['第1稿#2', '100%', 'a%20b'])('a folder called %s is refused with what to do', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'launch-'))
  cpSync('scripts', join(folder, name, 'scripts'), { recursive: true })
  cpSync('package.json', join(folder, name, 'package.json'))
  const { status, stderr } = spawnSync(process.execPath, ['scripts/launch.mjs', 'check.ts'], { cwd: join(folder, name), encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^\n这个文件夹的路径里有“[#%]”，浏览器会把它看错[^\n]*\n请把这一层文件夹改成不带 #、%、\? 的名字[^\n]*\n\n$/)
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
