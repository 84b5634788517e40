import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { requireBrowser } from 'slidev-addon-speech/browser/browser'
import { expect, inject, it, onTestFinished } from 'vitest'

const LAPTOP = { left: 0, top: 0, width: 1920, height: 1080 }
const PROJECTOR = { left: 1920, top: 0, width: 1280, height: 720 }
const screenInfo = [LAPTOP, PROJECTOR].map(({ left, top, width, height }, index) => `{${left},${top} ${width}x${height} isInternal=${index === 0}}`).join('')
/** Chromium with its windows, of which the one without knows nothing of full screen; undefined if there is none */
const CHROMIUM = [requireBrowser().replace('-headless-shell', '')].find(existsSync)
const SOON = { timeout: 20_000, interval: 200 }

type Send = (method: string, params?: object, sessionId?: string) => Promise<any>

/**
 * A browser that makes up two screens, and how to speak to it by the DevTools protocol: Playwright keeps
 * full screen within the window that it drives.
 */
function openBrowser(address: string): Send {
  const profile = mkdtempSync(join(tmpdir(), 'two-screens-'))
  const options = ['--headless=new', `--screen-info=${screenInfo}`, '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe', `--user-data-dir=${profile}`]
  const browser = spawn(CHROMIUM!, [...options, address], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  onTestFinished(async () => {
    browser.kill('SIGKILL')
    await once(browser, 'exit')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })
  const [to, from] = [browser.stdio[3] as NodeJS.WritableStream, browser.stdio[4] as NodeJS.ReadableStream]
  const answers: ((result: any) => void)[] = []
  let rest = ''
  from.on('data', (data) => {
    const messages = (rest + data).split('\0')
    rest = messages.pop()!
    for (const { id, result } of messages.map(message => JSON.parse(message)))
      answers[id - 1]?.(result)
  })
  return (method, params = {}, sessionId) => new Promise((resolve) => {
    to.write(`${JSON.stringify({ id: answers.push(resolve), method, params, sessionId })}\0`)
  })
}

it.skipIf(!CHROMIUM)('one press puts the audience on the projector in full screen, and the presenter on the laptop, from a file', async () => {
  const send = openBrowser(`${inject('deckFile')}#/presenter/2`)
  await send('Browser.grantPermissions', { permissions: ['windowManagement'] })

  /** The deck's windows by their views, each with its place among the screens */
  async function windows() {
    const { targetInfos } = await send('Target.getTargets')
    const pages = targetInfos.filter(({ type, url }: any) => type === 'page' && url.startsWith('file:'))
    return Object.fromEntries(await Promise.all(pages.map(async ({ targetId, url }: any) => {
      const { bounds } = await send('Browser.getWindowForTarget', { targetId })
      return [new URL(url).hash, { targetId, ...bounds }] as const
    })))
  }
  await expect.poll(async () => Object.keys(await windows()), SOON).toEqual(['#/presenter/2'])
  const { sessionId } = await send('Target.attachToTarget', { targetId: (await windows())['#/presenter/2'].targetId, flatten: true })
  const button = `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector('.to-projector').getBoundingClientRect())`
  const find = async () => (await send('Runtime.evaluate', { expression: button, returnByValue: true }, sessionId)).result?.value
  await expect.poll(find, SOON).toBeInstanceOf(Array)
  const [x, y] = await find()
  for (const type of ['mousePressed', 'mouseReleased'])
    await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 }, sessionId)

  /** The clicker's key, in the audience's window */
  async function press() {
    for (const type of ['keyDown', 'keyUp'])
      await send('Input.dispatchKeyEvent', { type, key: 'PageDown', code: 'PageDown', windowsVirtualKeyCode: 34 }, sessionId)
  }
  /** As a speaker would, again and again: a busy machine may learn of a screen after the first press */
  async function pressAndLook() {
    const before = Object.values(await windows())
    if (before.some(({ windowState }) => windowState === 'fullscreen'))
      return before
    await press()
    await wait(1000)
    return Object.values(await windows())
  }
  const onProjector = { ...PROJECTOR, windowState: 'fullscreen' }
  await expect.poll(windows, SOON).toMatchObject({ '#/2': onProjector, '#/presenter/2': LAPTOP })

  // the cable is pulled and put back, when the browser has forgotten the press, as it does after five seconds
  await wait(5500)
  const { screenInfos } = await send('Emulation.getScreenInfos', {}, sessionId)
  await send('Emulation.removeScreen', { screenId: screenInfos[1].id }, sessionId)
  await expect.poll(windows, SOON).toMatchObject({ '#/2': { windowState: 'normal' } })
  await send('Emulation.addScreen', { ...PROJECTOR, label: screenInfos[1].label }, sessionId)
  await expect.poll(pressAndLook, SOON).toContainEqual(expect.objectContaining(onProjector))

  // a reload takes it out of full screen; the next key of the clicker brings it back
  await send('Page.reload', {}, sessionId)
  await expect.poll(async () => Object.values(await windows()), SOON).not.toContainEqual(expect.objectContaining(onProjector))
  await expect.poll(async () => (await send('Runtime.evaluate', { expression: `Boolean(document.querySelector('#app')?.__vue_app__)`, returnByValue: true }, sessionId)).result?.value, SOON).toBe(true)
  await expect.poll(pressAndLook, SOON).toContainEqual(expect.objectContaining(onProjector))
})
