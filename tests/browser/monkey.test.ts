import type { Browser, BrowserContext } from 'playwright-chromium'
import type { Action } from '../monkey/actions'
import type { Venue } from '../monkey/venues'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { readBuildInfo } from 'slidev-addon-speech/build-info'
import { parseLedger } from 'slidev-addon-speech/check/ledger'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { randomActions } from '../monkey/actions'
import { operate } from '../monkey/operator'
import { shortestTail } from '../monkey/shrink'
import { portableFile, servedFolder } from '../monkey/venues'
import { sample, SOAKING } from '../support/soaking'

/** `npm run soak` plays twenty seeds of 5,000. */
const ACTIONS = 120
/** Another operator for every commit, and for one commit always the same: `npm run monkey -- --seed <it>` */
const SEED = Number.parseInt(readBuildInfo(fileURLToPath(new URL('.', import.meta.url))).commit ?? '1', 16)

const ledger = parseLedger(readFileSync('figures.yaml', 'utf8'))
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'])
})
afterAll(() => browser?.close())

describe.each(sample<[string, () => Promise<Venue>]>([
  ['from a file', async () => portableFile(fileURLToPath(inject('deckFile')))],
  ['from a web server', () => servedFolder('dist')],
]))('the deck %s', (_, open) => {
  it(`survives ${ACTIONS} actions of the random operator ${SEED}`, { timeout: 900_000 }, async () => {
    const venue = await open()
    expect(await operate({ browser, venue, ledger }, randomActions(SEED, ACTIONS))).toBeUndefined()
    await venue.stop()
  })
})

/** Decks that are broken on purpose: without them a blind operator would pass for a good deck. */
describe.runIf(SOAKING)('the random operator finds', () => {
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
  const toFigures = `const { nav } = document.querySelector('#app').__vue_app__._context.provides['$$slidev-context']; nav.go(nav.slides.find(({ meta }) => meta.slide.frontmatter.layout === 'numbers').no)`

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
    expect(tail!.actions).toContainEqual(HARM)
    expect(tail!.actions.length).toBeLessThan(4)
    await venue.stop()
  })
})
