/** `npm run monkey`: a random operator tries to bring the deck down. */
import type { Action } from './actions'
import type { Stage } from './operator'
import type { Venue } from './venues'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { buildSite } from 'slidev-addon-press/lib/site'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { parseLedger } from 'slidev-addon-speech/check/ledger'
import { root } from 'slidev-addon-speech/deck'
import { describe, randomActions } from './actions'
import { operate } from './operator'
import { shortestTail } from './shrink'
import { devServer, portableFile, servedFolder } from './venues'

const HELP = `
Usage: npm run monkey -- [options]

  --seed <number>     the operator; each does the same in every run (default: one of today)
  --actions <number>  how many, at each venue (default 5000)
  --venue <name>      build (on a web server), file (the portable one) or dev (Slidev's server); may be given
                      more than once (default: build and file)
  --search <minutes>  how long it looks for the shortest tail of a failed run (default 10); prints what it has by then
  --replay <file>     plays the tail of a failed run once more
  --help              this text
`

/** Actions told where none can be left out */
const LAST = 50

/** Of what is made here */
const folder = join(root, '.cache/monkey')

const VENUES: Record<string, () => Venue | Promise<Venue>> = {
  build() {
    return servedFolder(buildSite())
  },
  file() {
    const file = join(folder, 'deck.html')
    execFileSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/portable.ts', '--output', file], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    return portableFile(file)
  },
  dev: devServer,
}

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const { values } = parseArgs({ options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    actions: { type: 'string', default: '5000' },
    venue: { type: 'string', multiple: true, default: ['build', 'file'] },
    search: { type: 'string', default: '10' },
    replay: { type: 'string' },
    help: { type: 'boolean', default: false },
  } })
  if (values.help)
    return console.log(HELP)
  const [seed, count, search] = [wholeNumber('--seed', values.seed), wholeNumber('--actions', values.actions), wholeNumber('--search', values.search)]
  const actions: Action[] = values.replay ? JSON.parse(readFileSync(values.replay, 'utf8')) : randomActions(seed, count)

  const ledger = parseLedger(readFileSync(join(root, 'figures.yaml'), 'utf8'))
  const browser = await launchBrowser(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'])
  try {
    for (const name of values.venue) {
      if (!(name in VENUES))
        throw new Error(`There is no venue “${name}”; there are ${Object.keys(VENUES).join(', ')}.`)
      const venue = await VENUES[name]()
      try {
        await run({ browser, venue, ledger }, actions, `${name}, ${values.replay ?? `seed ${seed}`}`, `${name}-${seed}`, search)
      }
      finally {
        await venue.stop()
      }
    }
  }
  finally {
    await browser.close()
  }
}

async function run(stage: Stage, actions: Action[], title: string, fileName: string, search: number) {
  const start = Date.now()
  const failure = await operate(stage, actions)
  if (!failure)
    return console.log(`✓ ${title}: ${actions.length} actions survived in ${Math.round((Date.now() - start) / 1000)} s`)

  process.exitCode = 1
  console.error(`✗ ${title}: after ${failure.after} of ${actions.length} actions, against “${failure.invariant}”:\n${failure.found}\n\nLooking for the shortest tail, for ${search} min at most …`)
  const until = Date.now() + search * 60_000
  const fails = async (some: Action[]) => (await operate({ ...stage, until }, some))?.invariant === failure.invariant
  const tail = await shortestTail(actions.slice(0, failure.after), fails, until)
  if (!tail)
    return console.error(`The same actions went well the second time: it takes another timing, too. The last of them:\n${actions.slice(0, failure.after).slice(-LAST).map(describe).join('\n')}`)
  const file = join(folder, `${fileName}.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(tail.actions, undefined, 2))
  const told = tail.actions.slice(-LAST).map(describe).join('\n')
  if (!tail.shortest)
    console.error(`The time is up; the shortest so far has ${tail.actions.length} actions. The last of them:`)
  console.error(`${told}\n\nOnce more: npm run monkey -- --venue ${title.split(',')[0]} --replay ${file}`)
}

/** @throws an error that names the option */
function wholeNumber(option: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0)
    throw new Error(`${option} takes a whole number, not “${text}”.`)
  return number
}
