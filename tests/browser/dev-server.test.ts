import type { ChildProcess } from 'node:child_process'
import type { DevServer } from './support/dev-server'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { lanAddresses } from 'slidev-addon-podium/bin/remote'
import { ready } from 'slidev-addon-speech/browser/stage'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { sharedBrowser } from './support/browser'
import { freePort, startDevServer, stopServer } from './support/dev-server'
import { openCamera, SAME } from './support/pictures'
import { standing } from './support/windows'

const [lan] = lanAddresses(networkInterfaces())

/** The dev server compiles on demand: the first minute is slow. */
const SOON = { timeout: 10_000, interval: 50 }

/** Tries to open the line by which windows hear of moves, as a program would that is no browser. */
function lineTo(url: string): Promise<'open' | 'refused'> {
  return new Promise((resolve) => {
    get(url, { headers: { 'connection': 'Upgrade', 'upgrade': 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-protocol': 'vite-ping' } })
      .on('upgrade', (_, socket) => resolve((socket.destroy(), 'open')))
      .on('response', () => resolve('refused'))
      .on('error', () => resolve('refused'))
  })
}

/** As npm runs it: in a shell, which a signal to npm ends without a word to what runs in it */
async function npmStart(port: number): Promise<DevServer & { ended: Promise<unknown> }> {
  const server = spawn('sh', ['-c', `node scripts/launch.mjs packages/podium/bin/start.ts --no-open --port ${port}; exit $?`], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(server, 'close')
  let printed = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', chunk => (printed += chunk).includes('Ctrl+C') && resolve())
  })
  await Promise.race([ready, ended])
  return { server, printed, ended }
}

describe('the dev server by npm start', () => {
  let server: ChildProcess
  let port: number
  let printed: string
  let ended: Promise<unknown>
  let late: DevServer

  beforeAll(async () => {
    port = await freePort()
    const starts = await Promise.all([npmStart(port), npmStart(port)])
    const [won] = starts.filter(({ server }) => server.exitCode === null)
    late = starts.find(start => start !== won)!
    ;({ server, printed, ended } = won)
  })
  afterAll(() => stopServer(server))

  it('of two at once, one serves and the other says in a sentence what to do', () => {
    expect(late.server.exitCode).toBe(1)
    expect(late.printed).toBe(`\n端口 ${port} 已被别的程序占用（也许幻灯片已经打开了）。请关掉那个程序，或换一个端口：npm start -- --port ${port + 1}\n\n`)
  })

  it('listens at 127.0.0.1, and at no other address of this computer', async () => {
    expect(printed).not.toContain('密码')
    const addresses = Object.values(networkInterfaces()).flat().map(info => info!.family === 'IPv6' && info!.scopeid ? `${info!.address}%${info!.scopeid}` : info!.address)
    const open = await Promise.all([...new Set(['127.0.0.1', '127.0.0.2', ...addresses])].map(async address => await answers(address, port) ? [address] : []))
    expect(open.flat()).toEqual(['127.0.0.1'])
  })

  it('leaves no server behind where npm is ended by a signal', async () => {
    server.kill('SIGTERM')
    await ended
    expect(await answers('127.0.0.1', port)).toBe(false)
  })
})

// a computer without a network has no address to test at
describe.skipIf(!lan)('the dev server by npm run start:remote', () => {
  let server: ChildProcess
  let home: string
  let remote: string
  let password: string
  let printed: string

  beforeAll(async () => {
    const port = await freePort()
    ;({ server, printed } = await startDevServer(port, ['--remote']))
    password = /密码\s+(\S{8})/.exec(printed)![1]
    home = `http://127.0.0.1:${port}`
    remote = `http://${lan}:${port}`
  })
  afterAll(async () => {
    await stopServer(server)
  })

  it('prints address, password and QR code', () => {
    expect(printed).toContain(`${remote}/presenter/`)
    expect(printed).toMatch(/[▀▄█]{10}/)
  })

  it('gives nothing away without the password', async () => {
    for (const path of ['/', '/presenter/', '/slides.md', '/__slidev/slides/2.json', '/@vite/client', '/?password=wrong']) {
      const response = await fetch(remote + path)
      expect(response.status, path).toBe(401)
      expect(await response.text()).not.toContain('同志')
    }
    expect((await fetch(`${remote}/__slidev/slides/2.json`, { method: 'POST', body: '{}' })).status).toBe(401)
    expect(await lineTo(remote)).toBe('refused')
    expect(await lineTo(home)).toBe('open')
  })

  it('shows every slide at every click as the build does', async () => {
    const { context, picturesOf, differences } = await openCamera()
    onTestFinished(() => context.close())
    // it compiles a slide when it is first asked for, and Vite reloads the window once if it finds another dependency then
    await picturesOf(home).catch(() => picturesOf(home))
    expect(await differences(await picturesOf(inject('deckUrl')), await picturesOf(home), SAME)).toEqual([])
  })

  it('fills the screen of an upright phone', async () => {
    const phone = await (await (await sharedBrowser()).newContext({ viewport: { width: 390, height: 844 } })).newPage()
    await phone.goto(`${home}/3`)
    await ready(phone)
    const box = await phone.locator('#slide-content').boundingBox()
    expect(box).toMatchObject({ width: 390 })
    expect(box!.height).toBeCloseTo(844, 0)
    await phone.setViewportSize({ width: 400, height: 800 })
    await expect.poll(() => phone.locator('#slide-content').boundingBox().then(box => box!.width), SOON).toBe(400)
  })

  it('lets a phone steer the projector and be steered, with the password, but not write', async () => {
    const browser = await sharedBrowser()
    const projector = await browser.newPage()
    await projector.goto(`${home}/3`)
    await ready(projector)

    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    await phone.goto(`${remote}/presenter/`)
    await phone.getByRole('textbox').fill(password)
    await phone.getByRole('button').click()
    await ready(phone)
    expect(phone.url()).not.toContain(password)
    await expect.poll(() => standing(phone), SOON).toBe('3.0')

    await phone.keyboard.press('ArrowDown')
    await expect.poll(() => standing(projector), SOON).toBe('4.0')
    await projector.keyboard.press('ArrowDown')
    await expect.poll(() => standing(phone), SOON).toBe('5.0')

    await phone.keyboard.press('z')
    await phone.keyboard.press('ArrowDown')
    await expect.poll(() => standing(phone), SOON).toBe('6.0')
    await projector.waitForTimeout(500)
    expect(await standing(projector), 'frozen').toBe('5.0')
    await phone.keyboard.press('z')
    await expect.poll(() => standing(projector), SOON).toBe('6.0')

    const written = await phone.evaluate(() => fetch('/__slidev/slides/2.json', { method: 'POST', body: '{}' }).then(({ status }) => status))
    expect(written).toBe(403)
  })
})

/** Whether something answers at an address of this computer */
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
