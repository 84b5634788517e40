/** `npm run soak`: what takes too long for every `npm test`, for a night before a release. */
import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** Operators that play at each venue, from this number on */
const FIRST_SEED = Number(process.argv[2] ?? 1)
const SEEDS = 20
const ACTIONS = 5000

const steps: [line: string, env?: NodeJS.ProcessEnv][] = [
  ['vitest run --project browser', { SOAK: '1' }], // every screen, zoom and country, long plays
  ...Array.from({ length: SEEDS }, (_, index): [string] => [`npm run monkey -- --seed ${FIRST_SEED + index} --actions ${ACTIONS} --venue build --venue file --venue dev`]),
]

const failed = steps.filter(([line, env]) => {
  console.log(`\n▸ ${line}`)
  return spawnSync(line, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } }).status !== 0
})
console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed${failed.map(([line]) => `\n  ✗ ${line}`).join('')}`)
process.exitCode = failed.length > 0 ? 1 : 0
