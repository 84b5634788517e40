import type { GuardedBrowser } from './support/network'
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openGuardedBrowser, visitAll, watchConnections } from './support/network'

const VIEWS = ['/presenter/3', '/script', '/check', '/notes', '/overview', '/entry', '/handout?print=true&slides=1,2,7', '/print?print=true']

let guarded: GuardedBrowser
beforeAll(async () => {
  guarded = await openGuardedBrowser()
})
afterAll(() => guarded?.close())

function expectNothingOutside() {
  expect(guarded.outside).toEqual([])
  expect(guarded.errors).toEqual([])
}

describe('what watches', () => {
  it('sees a browser’s request', async () => {
    const page = await guarded.context.newPage()
    await page.goto('data:text/html,<img src="http://elsewhere.example/a.png">')
    await expect.poll(() => guarded.outside.join(' ')).toMatch(/elsewhere\.example/)
    await page.close()
    guarded.outside.length = 0
    guarded.errors.length = 0
  })

  it.each([
    ['fetch', 'await fetch("http://elsewhere.example/").catch(() => {})'],
    ['a socket', 'import("node:net").then(net => net.connect(9, "elsewhere.example").on("error", () => {}))'],
    ['a question for a name', 'import("node:dns/promises").then(dns => dns.lookup("elsewhere.example").catch(() => {}))'],
  ])('sees what a Node program does: %s', (_, code) => {
    const { env, connections } = watchConnections('control')
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { env })
    expect(connections().join()).toContain('elsewhere.example')
  })
})

describe('nothing is asked of any other computer', () => {
  it('by the built deck', async () => {
    await visitAll(guarded, inject('deckUrl'), VIEWS)
    expectNothingOutside()
  }, 300_000)

  it('by the deck in one file', async () => {
    await visitAll(guarded, `${inject('deckFile')}#`, ['/presenter/3', '/script', '/check', '/handout?print=true&slides=1,2'])
    expectNothingOutside()
  }, 300_000)
})
