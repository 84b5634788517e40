/**
 * Our export beside Slidev's own, in one run: `npm run bench:export`. Five pairs of this deck, then one pair each of decks
 * of 10, 100 and 500 slides made from it. Seconds from the command to the finished file (600 stands for a command that was stopped after them), and the most memory that the
 * command and all its children held together. Ours is timed with its build and, as when nothing has changed since, without.
 */
import type { Cost } from '../lib/cost'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { requireBrowser } from 'slidev-addon-speech/browser/browser'
import { loadDeck, root } from 'slidev-addon-speech/deck'
import { costOf } from '../lib/cost'
import { deckOf } from '../lib/decks'
import { median, summary } from '../lib/figures'

const PAIRS = 5
const SIZES = [10, 100, 500]
const FOLDER = join(root, '.cache/bench-export')
const WAIT = '5000' // milliseconds; without, a busy machine prints blank pages

const { slides } = await loadDeck()
const variants = { build: (folder: string) => ours(folder, true), again: (folder: string) => ours(folder, false), stock }

await compare('this deck', slides.length, PAIRS)
for (const size of SIZES)
  await compare(`${size} slides`, size, 1)

async function compare(name: string, size: number, pairs: number) {
  const folder = join(FOLDER, String(size))
  await deckOf(folder, size)
  const costs: Record<keyof typeof variants, Cost[]> = { build: [], again: [], stock: [] }
  for (let pair = 0; pair < pairs; pair++) {
    for (const variant of ['build', 'again', 'stock'] as const)
      costs[variant].push(await costOf(folder, variants[variant](folder)))
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

function ours(folder: string, afresh: boolean) {
  if (afresh)
    rmSync(join(folder, '.cache'), { recursive: true, force: true })
  return ['--import', 'tsx', 'packages/press/bin/export.ts', '--output', 'ours.pdf']
}

function stock() {
  return [join(root, 'node_modules/@slidev/cli/bin/slidev.mjs'), 'export', '--output', 'stock.pdf', '--executable-path', requireBrowser(), '--wait', WAIT, '--timeout', '600000']
}

function memory(costs: Cost[]): string {
  return median(costs.map(({ megabytes }) => megabytes)).toFixed(0)
}
