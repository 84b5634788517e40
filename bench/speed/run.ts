/**
 * This deck beside plain Slidev with the same content, in one run: `npm run bench`. Prints every figure with its
 * ratio, and writes each part to its section of bench/results.md.
 *
 *   --only <parts>   of first-slide, turn, held-key, memory, growth, single-file, dev, commands; divided by commas; other
 *                    sections stay
 *   --runs <number>  of each measurement, at least 5 for a result worth keeping (default 5)
 *   --sizes <list>   slides of the decks for `growth` (default 30,300,1000)
 */
import type { Browser } from 'playwright-chromium'
import type { StaticServer } from 'slidev-addon-speech/browser/static-server'
import type { DevTimes } from './dev'
import type { FirstSlide, Turns } from './page'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { buildSingleFile } from 'slidev-addon-press/lib/site'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { loadDeck, root } from 'slidev-addon-speech/deck'
import { costOf } from '../lib/cost'
import { deckOf, stockDeckOf } from '../lib/decks'
import { median, quantile, summary } from '../lib/figures'
import { devTimes } from './dev'
import { CPU_SLOWDOWN, firstSlide, heapAfter, holdKey, turns, UNHURRIED_SCREEN, watchTurns } from './page'

const FOLDER = join(root, '.cache/bench')
const RESULTS = join(root, 'bench/results.md')
const SLIDEV = join(root, 'node_modules/@slidev/cli/bin/slidev.mjs')
const VARIANTS = ['ours', 'stock'] as const
type Variant = typeof VARIANTS[number]
type Samples = Record<Variant, number[]>

type Row = [name: string, samples: Samples, digits: number]
const TURNS = 20
/** Where each view starts; plain Slidev has no large script, its presenter view comes nearest */
const VIEWS: Record<string, Record<Variant, string>> = {
  'slide view': { ours: '/1', stock: '/1' },
  'presenter view': { ours: '/presenter/1', stock: '/presenter/1' },
  'script view (stock: presenter)': { ours: '/script', stock: '/presenter/1' },
}
const built: Record<string, ReturnType<typeof buildDeck>> = {}

/** What a server is started with, in the deck's folder */
const SERVERS: Record<Variant, string[]> = {
  ours: ['node_modules/tsx/dist/cli.mjs', 'packages/podium/bin/start.ts', '--no-open'],
  stock: [SLIDEV],
}
/** Each command, as its npm script runs it, and what it may end with: a deck of another size may have findings */
const COMMANDS: Record<string, { args: string[], statuses?: number[] }> = {
  'check, reading': { args: ['packages/speech/bin/check.ts', '--no-look'], statuses: [0, 1] },
  'build': { args: ['packages/press/bin/build.ts'] },
  'export': { args: ['packages/press/bin/export.ts', '--output', 'out.pdf'] },
  'manuscript': { args: ['packages/press/bin/manuscript.ts'] },
  'portable': { args: ['packages/press/bin/portable.ts'] },
}

const PARTS = { 'first-slide': compareFirstSlides, 'turn': compareTurns, 'held-key': compareHeldKey, 'memory': compareMemory, 'growth': compareGrowth, 'single-file': timeSingleFile, 'dev': compareDev, 'commands': timeCommands }

const { values } = parseArgs({ options: { only: { type: 'string' }, runs: { type: 'string', default: '5' }, sizes: { type: 'string', default: '30,300,1000' } } })
const runs = Number(values.runs)
const sizes = values.sizes.split(',').map(Number)
const parts = values.only?.split(',') ?? Object.keys(PARTS)
const unknown = parts.filter(part => !(part in PARTS))
if (unknown.length > 0 || [runs, ...sizes].some(number => !(number >= 1)))
  throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}; --runs and --sizes take numbers from 1.`)

const { slides } = await loadDeck()
const browser = await launchBrowser(UNHURRIED_SCREEN)
let lines: string[] = []
try {
  for (const part of parts) {
    lines = []
    await PARTS[part as keyof typeof PARTS]()
    writeSection(lines)
  }
}
finally {
  await browser.close()
}

/** Takes the place of the section of the same heading, or comes last. */
function writeSection([heading, ...rest]: string[]) {
  const [head, ...sections] = readFileSync(RESULTS, 'utf8').trimEnd().split(/\n+(?=## )/)
  const section = [heading, ...rest].join('\n')
  const place = sections.findIndex(other => other.startsWith(`${heading}\n`))
  sections.splice(place < 0 ? sections.length : place, 1, section)
  writeFileSync(RESULTS, `${[head, ...sections].join('\n\n')}\n`)
}

/** A part's heading, and how it was measured */
function printHeading(heading: string, how: string) {
  print(`## ${heading}`)
  print(`\n${how}. Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}; median of ${runs} (least–most), ours and stock by turns.\n`)
}

/** Built once for a run, however many parts ask for it */
function deck(variant: Variant, size: number) {
  return built[`${variant} ${size}`] ??= buildDeck(variant, size)
}

async function buildDeck(variant: Variant, size: number) {
  const folder = join(FOLDER, `${variant}-${size}`)
  await (variant === 'ours' ? deckOf : stockDeckOf)(folder, size)
  const seconds = timeBuild(folder)
  compress(join(folder, 'dist'))
  return { dist: join(folder, 'dist'), folder, seconds }
}

/** Seconds of a build, from its command to its end */
function timeBuild(folder: string): number {
  const start = performance.now()
  execFileSync(process.execPath, [SLIDEV, 'build'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  return (performance.now() - start) / 1000
}

/** As a web server would send them */
function compress(folder: string) {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.(?:html|js|css|svg)$/.test(file))
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(readFileSync(join(folder, file))))
  }
}

async function compareFirstSlides() {
  printHeading('First slide', `Empty cache, 10 Mbit/s, 40 ms, CPU slowed ${CPU_SLOWDOWN}×, brotli; ${slides.length} slides`)
  const samples = await byTurns(slides.length, ({ url }) => firstSlide(browser, url))
  const of = (key: keyof FirstSlide, scale = 1): Samples => ({ ours: samples.ours.map(sample => sample[key] / scale), stock: samples.stock.map(sample => sample[key] / scale) })
  table([
    ['first contentful paint, ms', of('paint'), 0],
    ['first slide complete, glyphs included, ms', of('complete'), 0],
    ['app takes a key, ms', of('ready'), 0],
    ['bytes until then, kB', of('bytes', 1000), 1],
    ['requests until then', of('requests'), 0],
    ['layout shift', of('shift'), 3],
  ])
}

async function compareTurns() {
  printHeading('Turning a slide', `From the clicker's key to the end of the frame with its outcome, ms, CPU slowed ${CPU_SLOWDOWN}×, ${TURNS} presses a run, two a second, screen never waited for; beside it a key that does nothing, and what the main thread did for each press, all that follows it included`)
  const rows: Row[] = []
  const measure = async (name: string, paths: Record<Variant, string>, key?: string) => {
    const samples = await byTurns(slides.length, ({ url }, variant) => turnsAt(browser, url + paths[variant], key))
    rows.push(
      [`${name}, median`, mapSamples(samples, ({ taken }) => median(taken)), 1],
      [`${name}, 95th percentile`, mapSamples(samples, ({ taken }) => quantile(taken, 0.95)), 1],
      [`${name}, work`, mapSamples(samples, ({ work }) => work), 1],
    )
  }
  for (const [view, paths] of Object.entries(VIEWS))
    await measure(view, paths)
  await measure('a key without effect', VIEWS['slide view'], 'x')
  const hall = await launchBrowser()
  const atPace = await byTurns(slides.length, ({ url }) => turnsAt(hall, `${url}/1`))
  await hall.close()
  rows.push(['slide view, work with a screen of 60 Hz', mapSamples(atPace, ({ work }) => work), 1])
  table(rows)
}

async function compareHeldKey() {
  printHeading('Holding the key', `The clicker's key held down for 3 s, repeated 30 times a second, CPU slowed ${CPU_SLOWDOWN}×, screen of 60 Hz`)
  const hall = await launchBrowser()
  const samples = await byTurns(slides.length, ({ url }) => holdKey(hall, `${url}/1`))
  await hall.close()
  table([
    ['slides passed', mapSamples(samples, ({ slides }) => slides), 0],
    ['longest frame, ms', mapSamples(samples, ({ longest }) => longest), 0],
  ])
}

async function compareDev() {
  printHeading('Editing', '`npm start` and `slidev`, from the command on, CPU at its own speed')
  const samples: Record<Variant, DevTimes[]> = { ours: [], stock: [] }
  for (let run = 0; run < runs; run++) {
    for (const variant of VARIANTS)
      samples[variant].push(await devTimes(browser, (await deck(variant, slides.length)).folder, SERVERS[variant]))
  }
  table([
    ['until it serves, ms', mapSamples(samples, ({ served }) => served), 0],
    ['then until the first slide stands, ms', mapSamples(samples, ({ shown }) => shown), 0],
    ['a saved word until it is seen, ms', mapSamples(samples, ({ saved }) => saved), 0],
    ['a mended mistake until it is seen, ms', mapSamples(samples, ({ mended }) => mended), 0],
    ['a new slide until it is seen, ms', mapSamples(samples, ({ inserted }) => inserted), 0],
  ])
}

/** The builds by turns, then every command over the sizes */
async function timeCommands() {
  printHeading('Commands', `Seconds from the command to its end, and MB that it and its children held; a build by turns with plain Slidev's of this deck, each other figure from one run over decks of ${sizes.join(', ')} slides`)
  const builds: Samples = { ours: [], stock: [] }
  for (let run = 0; run < runs; run++) {
    for (const variant of VARIANTS)
      builds[variant].push(timeBuild((await deck(variant, slides.length)).folder))
  }
  table([[`build of ${slides.length} slides, s`, builds, 1]])
  print(`\n| | ${sizes.map(size => `${size} slides`).join(' | ')} |\n| --- |${' --- |'.repeat(sizes.length)}`)
  for (const [name, { args, statuses }] of Object.entries(COMMANDS)) {
    const costs: string[] = []
    for (const size of sizes) {
      const { seconds, megabytes } = await costOf((await deck('ours', size)).folder, ['--import', 'tsx', ...args], statuses)
      costs.push(`${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`)
    }
    print(`| ${name} | ${costs.join(' | ')} |`)
  }
}

async function compareMemory() {
  printHeading('Memory', 'JavaScript heap and document nodes after so many turns, there and back through the deck; one run each')
  const samples = await byTurns(slides.length, ({ url }) => heapAfter(browser, url, [100, 1000]), 1)
  table([
    ['heap after 100 turns, MB', mapSamples(samples, ([first]) => first.heap / 1e6), 1],
    ['heap after 1,000 turns, MB', mapSamples(samples, ([, last]) => last.heap / 1e6), 1],
    ['nodes after 100 turns', mapSamples(samples, ([first]) => first.nodes), 0],
    ['nodes after 1,000 turns', mapSamples(samples, ([, last]) => last.nodes), 0],
  ])
}

async function compareGrowth() {
  printHeading('Growth', 'Decks made of this one’s slides; one build and one run of turns each')
  const rows: Row[] = []
  for (const size of sizes) {
    const builds = { ours: [(await deck('ours', size)).seconds], stock: [(await deck('stock', size)).seconds] }
    const first = await byTurns(size, ({ url }) => firstSlide(browser, url))
    const turning = await byTurns(size, ({ url }) => turnsAt(browser, `${url}/2`), 1)
    rows.push(
      [`${size} slides: build, s`, builds, 1],
      [`${size} slides: first contentful paint, ms`, mapSamples(first, ({ paint }) => paint), 0],
      [`${size} slides: app takes a key, ms`, mapSamples(first, ({ ready }) => ready), 0],
      [`${size} slides: bytes until then, kB`, mapSamples(first, ({ bytes }) => bytes / 1000), 1],
      [`${size} slides: turn, 95th percentile, ms`, mapSamples(turning, ({ taken }) => quantile(taken, 0.95)), 1],
    )
  }
  table(rows)
}

async function timeSingleFile() {
  printHeading('The single file', 'Opened from this computer’s disk, beside the ordinary build from a web server on it; CPU at its own speed')
  const file = buildSingleFile()
  const server = await serveFolder((await deck('ours', slides.length)).dist, { brotli: true })
  const samples = { single: [] as FirstSlide[], ordinary: [] as FirstSlide[] }
  for (let run = 0; run < runs; run++) {
    samples.single.push(await firstSlide(browser, pathToFileURL(file).href, { unhindered: true }))
    samples.ordinary.push(await firstSlide(browser, server.url, { unhindered: true }))
  }
  await server.close()
  print('| | single file | ordinary build |\n| --- | --- | --- |')
  for (const [name, key] of [['first contentful paint, ms', 'paint'], ['first slide complete, ms', 'complete'], ['app takes a key, ms', 'ready']] as const)
    print(`| ${name} | ${summary(samples.single.map(sample => sample[key]), 0)} | ${summary(samples.ordinary.map(sample => sample[key]), 0)} |`)
}

/** Measures ours and stock in turn, so that a busy moment of the computer hits both */
async function byTurns<T>(size: number, measure: (server: StaticServer, variant: Variant) => Promise<T>, times = runs): Promise<Record<Variant, T[]>> {
  const samples: Record<Variant, T[]> = { ours: [], stock: [] }
  const servers = { ours: await serveFolder((await deck('ours', size)).dist, { brotli: true }), stock: await serveFolder((await deck('stock', size)).dist, { brotli: true }) }
  for (let run = 0; run < times; run++) {
    for (const variant of VARIANTS)
      samples[variant].push(await measure(servers[variant], variant))
  }
  await Promise.all(VARIANTS.map(variant => servers[variant].close()))
  return samples
}

async function turnsAt(browser: Browser, url: string, key?: string): Promise<Turns> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await watchTurns(page)
  await page.goto(url)
  await page.waitForTimeout(5000) // Slidev prepares all slides after three seconds
  const taken = await turns(page, TURNS, key)
  await page.close()
  return taken
}

function mapSamples<T>(samples: Record<Variant, T[]>, value: (sample: T) => number): Samples {
  return { ours: samples.ours.map(value), stock: samples.stock.map(value) }
}

function table(rows: Row[]) {
  print('| | ours | stock | ratio |\n| --- | --- | --- | --- |')
  for (const [name, { ours, stock }, digits] of rows) {
    const ratio = median(stock) === 0 ? '–' : (median(ours) / median(stock)).toFixed(2)
    print(`| ${name} | ${summary(ours, digits)} | ${summary(stock, digits)} | ${ratio} |`)
  }
}

function print(line: string) {
  console.log(line)
  lines.push(line)
}
