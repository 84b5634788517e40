import type { BrowserContext } from 'playwright-chromium'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { currentStep, ready } from 'slidev-addon-speech/browser/stage'
import { errorsOf } from './windows'

/** What Chromium asks its maker, whatever page is open: updates, accounts, what a form's fields mean. No deck can use these hosts. */
const BROWSERS_OWN = /^(?:https?:\/\/)?(?:update|content-autofill)\.googleapis\.com[:/]|^accounts\.google\.com:443$/

export interface GuardedBrowser {
  context: BrowserContext
  /** Addresses outside this computer that pages turned to, by whatever way */
  outside: string[]
  /** What the pages' Content-Security-Policy forbade, and other errors */
  errors: string[]
  close: () => Promise<void>
}

/** A browser whose way out of this computer is a proxy that writes down who wants to go where, and lets nobody. */
export async function openGuardedBrowser(): Promise<GuardedBrowser> {
  const outside: string[] = []
  const record = (url: string) => !BROWSERS_OWN.test(url) && outside.push(url)
  const proxy = createServer(({ url }, response) => {
    record(url!)
    response.writeHead(502).end()
  })
  proxy.on('connect', ({ url }, socket) => {
    record(url!)
    socket.destroy()
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as { port: number }

  // what doesn't heed the proxy finds no name either
  const browser = await launchBrowser([`--proxy-server=http://127.0.0.1:${port}`, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'])
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN', reducedMotion: 'reduce' })
  const errors = errorsOf(context)
  return {
    context,
    outside,
    errors,
    async close() {
      await browser.close()
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}

/**
 * Goes through all slides, and opens views, as long as anything is still asked for.
 *
 * @param guarded the browser
 * @param address of the deck, before the paths of its views
 * @param views their paths
 */
export async function visitAll(guarded: GuardedBrowser, address: string, views: string[]) {
  const page = await guarded.context.newPage()
  await page.goto(`${address}/1`)
  await ready(page)
  const { slides } = await currentStep(page)
  for (let slide = 2; slide <= slides; slide++) {
    await page.keyboard.press('ArrowDown')
    await page.waitForURL(url => new RegExp(`/${slide}(?:\\?|$)`).test(url.href))
  }
  for (const view of views) {
    await page.goto('about:blank') // else, in a file, only the hash would change
    await page.goto(address + view)
    await page.locator('h1, h2').first().waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
  }
  await page.close()
}

/**
 * Lets Node programs be watched for connections to other computers.
 *
 * @param name of the record
 * @returns the environment to start them in, and what they did
 */
export function watchConnections(name: string): { env: NodeJS.ProcessEnv, connections: () => string[] } {
  const log = path.resolve('.cache/connections', `${name}.log`)
  mkdirSync(path.dirname(log), { recursive: true })
  rmSync(log, { force: true })
  const recorder = pathToFileURL(path.resolve(import.meta.dirname, 'record-connections.mjs')).href
  return {
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${recorder}`, CONNECTIONS_LOG: log },
    connections: () => existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [],
  }
}
