/**
 * Our export beside Slidev's own, in one run: `npm run bench:export`. Five pairs of this deck, then one pair each of decks
 * of 10, 100 and 500 slides made from it. Seconds from the command to the finished file (600 stands for a command that was stopped after them), and the most memory that the
 * command and all its children held together. Ours is timed with its build and, as when nothing has changed since, without.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { requireBrowser } from 'slidev-addon-speech/browser/browser'
import { loadDeck, root } from 'slidev-addon-speech/deck'
import { deckOf } from '../lib/decks'
import { median, summary } from '../lib/figures'

const PAIRS = 5
const SIZES = [10, 100, 500]
const FOLDER = join(root, '.cache/bench-export')
const LIMIT = 600 // seconds, after which an export is stopped and counted as that long
const WAIT = '5000' // milliseconds; without, a busy machine prints blank pages

interface Cost {
  seconds: number
  megabytes: number
}

const { slides } = await loadDeck()
const variants = { build: () => ours(true), again: () => ours(false), stock }

await compare('this deck', slides.length, PAIRS)
for (const size of SIZES)
  await compare(`${size} slides`, size, 1)

async function compare(name: string, size: number, pairs: number) {
  const folder = join(FOLDER, String(size))
  await deckOf(folder, size)
  const costs: Record<keyof typeof variants, Cost[]> = { build: [], again: [], stock: [] }
  for (let pair = 0; pair < pairs; pair++) {
    for (const variant of ['build', 'again', 'stock'] as const)
      costs[variant].push(await measure(folder, variants[variant]()))
  }
  const [build, again, stock] = [costs.build, costs.again, costs.stock].map(list => list.map(({ seconds }) => seconds))
  console.log([
    `${name}:`,
    `ours with its build ${summary(build)} s, ${memory(costs.build)} MB;`,
    `ours again ${summary(again)} s;`,
    `stock ${summary(stock)} s, ${memory(costs.stock)} MB;`,
    `ratio ${(median(build) / median(stock)).toFixed(2)}, again ${(median(again) / median(stock)).toFixed(2)}`,
  ].join(' '))
}

function ours(afresh: boolean) {
  return (folder: string) => {
    if (afresh)
      rmSync(join(folder, '.cache'), { recursive: true, force: true })
    return ['--import', 'tsx', 'packages/press/bin/export.ts', '--output', 'ours.pdf']
  }
}

function stock() {
  return () => [join(root, 'node_modules/@slidev/cli/bin/slidev.mjs'), 'export', '--output', 'stock.pdf', '--executable-path', requireBrowser(), '--wait', WAIT, '--timeout', '600000']
}

async function measure(folder: string, command: (folder: string) => string[]): Promise<Cost> {
  const args = command(folder)
  const start = performance.now()
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', data => appendFileSync(join(FOLDER, 'errors.log'), data))
  let peak = 0
  const sampling = setInterval(() => peak = Math.max(peak, residentSize(child.pid!)), 200)
  const stopping = setTimeout(() => child.kill('SIGINT'), LIMIT * 1000)
  const [status] = await once(child, 'close')
  clearInterval(sampling)
  clearTimeout(stopping)
  const seconds = (performance.now() - start) / 1000
  if (status !== 0 && seconds < LIMIT)
    throw new Error(`${args.join(' ')} ended with ${status}; see ${FOLDER}/errors.log`)
  return { seconds, megabytes: peak / 1e6 }
}

/** Bytes that a process and its children hold, as Linux counts them (shared pages count for each); 0 elsewhere. */
function residentSize(pid: number): number {
  if (!existsSync(`/proc/${pid}`))
    return 0
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    return pages * 4096 + children.reduce((sum, child) => sum + residentSize(child), 0)
  }
  catch {
    return 0 // it ended between two reads
  }
}

function memory(costs: Cost[]): string {
  return median(costs.map(({ megabytes }) => megabytes)).toFixed(0)
}
