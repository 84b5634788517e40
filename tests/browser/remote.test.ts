import type { ChildProcess } from 'node:child_process'
import type { Browser } from 'playwright-chromium'
import { spawn } from 'node:child_process'
import { get } from 'node:http'
import { networkInterfaces } from 'node:os'
import process from 'node:process'
import { getPort } from 'get-port-please'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/lib/browser'
import { lanAddresses } from '../../scripts/lib/remote'
import { ready } from '../../scripts/lib/stage'
import { standing } from './support/windows'

const [lan] = lanAddresses(networkInterfaces())

/** The dev server compiles on demand: the first minute is slow. */
const SOON = { timeout: 10_000, interval: 50 }

/** Runs `npm start` and hands back what it printed once the deck is served. */
async function start(port: number, ...options: string[]): Promise<{ server: ChildProcess, printed: string }> {
  const server = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/start.ts', '--no-open', '--port', String(port), ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  for await (const chunk of server.stdout!) {
    printed += chunk
    if (printed.includes('Ctrl+C'))
      break
  }
  return { server, printed }
}

async function stop(server: ChildProcess | undefined) {
  if (server && server.exitCode === null) {
    const ended = new Promise(resolve => server.once('exit', resolve))
    server.kill()
    await ended
  }
}

/** Tries to open the line by which windows hear of moves, as a program would that is no browser. */
function lineTo(url: string): Promise<'open' | 'refused'> {
  return new Promise((resolve) => {
    get(url, { headers: { 'connection': 'Upgrade', 'upgrade': 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-protocol': 'vite-ping' } })
      .on('upgrade', (_, socket) => resolve((socket.destroy(), 'open')))
      .on('response', () => resolve('refused'))
      .on('error', () => resolve('refused'))
  })
}

// a computer without a network has no address to test at
describe.skipIf(!lan)('the dev server', () => {
  it('is not to be reached from the network by npm start', async () => {
    const port = await getPort({ portRange: [3100, 3900] })
    const { server, printed } = await start(port)
    expect(printed).not.toContain('密码')
    await expect(fetch(`http://${lan}:${port}/`)).rejects.toThrow()
    await stop(server)
  })

  describe('by npm run start:remote', () => {
    let server: ChildProcess
    let browser: Browser
    let home: string
    let remote: string
    let password: string
    let printed: string

    beforeAll(async () => {
      const port = await getPort({ portRange: [3100, 3900] })
      ;({ server, printed } = await start(port, '--remote'))
      password = /密码\s+(\S{8})/.exec(printed)![1]
      home = `http://127.0.0.1:${port}`
      remote = `http://${lan}:${port}`
      browser = await launchBrowser()
    })
    afterAll(async () => {
      await browser?.close()
      await stop(server)
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

    it('lets a phone steer the projector and be steered, with the password, but not write', async () => {
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
})
