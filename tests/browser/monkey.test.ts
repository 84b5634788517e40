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
  /** A key that the deck doesn't know */
  const HARM = press('x')
  /** Nothing that could do harm, with the harm in the midst of it */
  const actions = [...Array.from({ length: 8 }, () => press('ArrowDown')), HARM, press('ArrowDown')]
  /** Enough for a deck that rests: what is broken stays so for longer. */
  const patience = 3_000

  const onHarm = (script: string) => (context: BrowserContext) =>
    context.addInitScript(`addEventListener('keydown', ({ key }) => { if (key === 'x') { ${script} } })`)
  const style = (css: string) => `const sheet = new CSSStyleSheet(); sheet.replaceSync('${css}'); document.adoptedStyleSheets.push(sheet)`
  /** Of the layout that has counters */
  const toFigures = `const { nav } = document.querySelector('#app').__vue_app__._context.provides['$$slidev-context']; nav.go(nav.slides.find(({ meta }) => meta.slide.frontmatter.layout === 'stat-grid').no)`

  it.each([
    ['an error', 'no error', onHarm('throw new Error("broken on purpose")')],
    ['an unhandled rejection', 'no error', onHarm('Promise.reject(new Error("broken on purpose"))')],
    ['a slide that vanishes', 'no blank slide', onHarm(style('#slideshow { visibility: hidden }'))],
    ['a slide in the colour of its ground', 'no blank slide', onHarm(style('.slidev-page { filter: contrast(0) }'))],
    ['a figure on its way to another', 'right figures', onHarm(`${toFigures}; setInterval(() => document.querySelectorAll(".stat-counter .figure .number").forEach(number => number.textContent = "41"), 20)`)],
    ['a window that keeps back', 'windows agree', onHarm('BroadcastChannel.prototype.postMessage = () => {}')],
  ] as const)('%s, and what leads to it', { timeout: 240_000 }, async (_, invariant, tamper) => {
    const venue = await servedFolder('dist')
    const stage = { browser, venue, ledger, tamper, patience }
    const failure = await operate(stage, actions)
    expect(failure, failure?.found).toMatchObject({ invariant })
    const tail = await shortestTail(actions.slice(0, failure!.after), async some => (await operate(stage, some))?.invariant === invariant)
    expect(tail).toContainEqual(HARM)
    expect(tail!.length).toBeLessThan(4)
    await venue.stop()
  })
})
