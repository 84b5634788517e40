import type { Browser, BrowserContext } from 'playwright-chromium'
import type { Action } from '../../scripts/lib/monkey/actions'
import type { Venue } from '../../scripts/lib/monkey/venues'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { parseLedger } from '../../facts/ledger'
import { launchBrowser } from '../../scripts/lib/browser'
import { randomActions } from '../../scripts/lib/monkey/actions'
import { operate } from '../../scripts/lib/monkey/operator'
import { shortestTail } from '../../scripts/lib/monkey/shrink'
import { portableFile, servedFolder } from '../../scripts/lib/monkey/venues'

const ACTIONS = 500
const SEED = 20260901

const ledger = parseLedger(readFileSync('facts/figures.yaml', 'utf8'))
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'])
})
afterAll(() => browser?.close())

describe.each([
  ['from a web server', () => servedFolder('dist')],
  ['from a file', async () => portableFile(fileURLToPath(inject('deckFile')))],
] satisfies [string, () => Promise<Venue>][])('the deck %s', (_, open) => {
  it(`survives ${ACTIONS} actions of a random operator`, { timeout: 900_000 }, async () => {
    const venue = await open()
    expect(await operate({ browser, venue, ledger }, randomActions(SEED, ACTIONS))).toBeUndefined()
    await venue.stop()
  })
})

/** Decks that are broken on purpose: without them a blind operator would pass for a good deck. */
describe('the random operator finds', () => {
  const press = (key: string): Action => ({ does: 'press', key, at: 0 })
  /** Nothing that could do harm, with the harm in the midst of it */
  const around = (harm: Action): Action[] => [...Array.from({ length: 25 }, () => press('ArrowDown')), harm, press('ArrowUp'), press('ArrowDown')]

  const onKey = (key: string, harm: string) => (context: BrowserContext) =>
    context.addInitScript(`addEventListener('keydown', ({ key }) => { if (key === '${key}') { ${harm} } })`)
  const style = (css: string) => `const sheet = new CSSStyleSheet(); sheet.replaceSync('${css}'); document.adoptedStyleSheets.push(sheet)`

  it.each([
    ['an error', 'no error', onKey('End', 'throw new Error("broken on purpose")')],
    ['an unhandled rejection', 'no error', onKey('End', 'Promise.reject(new Error("broken on purpose"))')],
    ['a slide that vanishes', 'no blank slide', onKey('End', style('#slideshow { visibility: hidden }'))],
    ['a slide in the colour of its ground', 'no blank slide', onKey('End', style('.slidev-page * { color: white !important; background: white !important; border-color: white !important }'))],
    ['a figure on its way to another', 'right figures', onKey('End', 'setTimeout(() => document.querySelectorAll(".stat-counter .figure .number").forEach(number => number.textContent = "41"), 50)')],
    ['a window that keeps back', 'windows agree', onKey('End', 'BroadcastChannel.prototype.postMessage = () => {}')],
  ] as const)('%s, and what leads to it', { timeout: 240_000 }, async (_, invariant, tamper) => {
    const venue = await servedFolder('dist')
    const stage = { browser, venue, ledger, tamper }
    const actions = around(press('End'))
    const failure = await operate(stage, actions)
    expect(failure?.invariant).toBe(invariant)
    const tail = await shortestTail(actions.slice(0, failure!.after), async some => (await operate(stage, some))?.invariant === invariant)
    expect(tail).toContainEqual(press('End'))
    expect(tail!.length).toBeLessThan(4)
    await venue.stop()
  })
})
