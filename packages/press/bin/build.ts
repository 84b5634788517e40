/** `npm run build`: the deck as a folder of files for any web server, by Slidev's own build. */
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { loadSoundDeck } from 'slidev-addon-speech/check/check-deck'
import { parseOptions } from 'slidev-addon-speech/cli/parse-options'
import { report } from 'slidev-addon-speech/cli/report'
import { typed } from 'slidev-addon-speech/cli/typed'
import { root } from 'slidev-addon-speech/deck'
import { COPY_OPTIONS, copyOf, deckOf, environmentOf } from '../copies/copy'
import { say } from '../languages/say'
import { requireOwnFolder } from '../lib/own-folder'
import { optionsOf, runSlidev } from '../lib/site'

const COMMAND = typed('build', 'press-build')

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const options = parseOptions(COMMAND, process.argv.slice(2), {
    ...COPY_OPTIONS,
    'out': { type: 'string' },
    'base': { type: 'string' },
    'router-mode': { type: 'string' },
  })
  if (options.help)
    return console.log(say.build.help(COMMAND))
  const { base } = options
  if (base !== undefined && !/^\/(?:.*\/)?$/.test(base))
    throw new Error(say.build.base(base))
  const copy = copyOf(options)
  const out = options.out ?? (copy.attendees ? 'dist-attendees' : 'dist')
  requireOwnFolder(resolve(root, out), join(root, 'public'))
  const { slides } = deckOf(await loadSoundDeck(say.build.consequence), copy) // says so before a long build if it can't be made
  report(say.build.building)
  process.exitCode = runSlidev([
    'build',
    ...optionsOf(copy),
    '--out',
    out,
    ...base ? ['--base', base] : [],
    ...options['router-mode'] ? ['--router-mode', options['router-mode']] : [],
  ], { ...environmentOf(copy), NODE_ENV: 'production' })
  report('')
  if (process.exitCode === 0)
    console.log([say.build.built(out, megabytes(resolve(root, out)), slides.length, copy.attendees), ...copy.attendees ? [] : [say.build.forAttendees(COMMAND)]].join('\n'))
}

/** The size of all that lies in a folder */
function megabytes(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => statSync(join(folder, name)))
  return `${(files.filter(file => file.isFile()).reduce((sum, { size }) => sum + size, 0) / 1e6).toFixed(1)} MB`
}
