import type { ChildProcess } from 'node:child_process'
import type { GuardedBrowser } from './support/network'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import process from 'node:process'
import { getPort } from 'get-port-please'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openGuardedBrowser, visitAll, watchConnections } from './support/network'

const VIEWS = ['/presenter/3', '/script', '/check', '/notes', '/overview', '/entry', '/handout?print=true&slides=1,2,13', '/print?print=true']

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

describe('the dev server', () => {
  const { env, connections } = watchConnections('start')
  let server: ChildProcess
  let port: number

  beforeAll(async () => {
    port = await getPort({ portRange: [3100, 3900] })
    server = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/start.ts', '--no-open', '--port', String(port)], { stdio: ['ignore', 'pipe', 'inherit'], env })
    for await (const chunk of server.stdout!) {
      if (String(chunk).includes('Ctrl+C'))
        break
    }
  })
  afterAll(async () => {
    if (server && server.exitCode === null) {
      server.kill()
      await once(server, 'exit')
    }
  })

  it('listens at 127.0.0.1, and at no other address of this computer', async () => {
    const addresses = Object.values(networkInterfaces()).flat().map(info => info!.family === 'IPv6' && info!.scopeid ? `${info!.address}%${info!.scopeid}` : info!.address)
    const open = await Promise.all([...new Set(['127.0.0.1', '127.0.0.2', ...addresses])].map(async address => await answers(address, port) ? [address] : []))
    expect(open.flat()).toEqual(['127.0.0.1'])
  })

  it('and its pages ask nothing of any other computer', async () => {
    const page = await guarded.context.newPage()
    for (const view of ['/1', ...VIEWS.slice(0, 5)]) {
      await page.goto(`http://127.0.0.1:${port}${view}`)
      await page.locator('h1, h2').first().waitFor({ state: 'attached', timeout: 120_000 }) // compiled on demand
    }
    await page.close()
    expect(guarded.outside).toEqual([])
    expect(connections()).toEqual([])
  }, 300_000)
})

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (result: boolean) => () => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}
