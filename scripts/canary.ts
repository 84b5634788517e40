/**
 * `npm run canary`: tries the newest Slidev, or the version that is named (`npm run canary -- 53.0.0`), in a copy of this
 * repository, and says what broke. It needs a network, and changes nothing here.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const copy = join(root, '.cache/canary')
/** Of one version with each other */
const SLIDEV = ['@slidev/cli', '@slidev/client', '@slidev/parser', '@slidev/types']
const [version = 'latest'] = process.argv.slice(2)

const STEPS: [name: string, line: string][] = [
  ['install', 'npm install --no-audit --no-fund'],
  ['types', 'npm run -s typecheck'],
  ['unit tests', 'npm run -s test:unit'],
  ['build', 'npm run -s build'],
  ['pictures of every output', 'npx vitest run --project browser tests/browser/same-picture.test.ts'],
]

rmSync(copy, { recursive: true, force: true })
for (const file of execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  cpSync(join(root, file), join(copy, file))
}
for (const file of ['package.json', ...execFileSync('git', ['ls-files', 'packages/*/package.json'], { cwd: root, encoding: 'utf8' }).trim().split('\n')])
  ask(join(copy, file))

console.log(`Slidev ${version}, in ${copy}`)
for (const [name, line] of STEPS) {
  const { status, stdout, stderr } = spawnSync(line, { cwd: copy, shell: true, encoding: 'utf8', maxBuffer: 2 ** 28 })
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
  if (status !== 0) {
    console.error(`${stdout}${stderr}`.trim().split('\n').slice(-60).join('\n'))
    process.exitCode = 1
    if (name === 'install')
      break // nothing else could be said of it
  }
}

/** Asks for that version of Slidev, in every list of a package's that names it. */
function ask(file: string) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  for (const list of [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies]) {
    for (const name of SLIDEV.filter(name => list?.[name]))
      list[name] = version
  }
  delete manifest.engines?.slidev // Slidev itself refuses addons by it
  writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`)
}
