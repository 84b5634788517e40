import type { Buffer } from 'node:buffer'
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { networkInterfaces } from 'node:os'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { checkPort } from 'get-port-please'
import open from 'open'
import { checkDeck } from 'slidev-addon-speech/check/check-deck'
import { reportOf } from 'slidev-addon-speech/check/finding'
import { readDeck } from 'slidev-addon-speech/check/read-deck'
import { languageOf } from 'slidev-addon-speech/cli/deck-language'
import { withoutOptions } from 'slidev-addon-speech/cli/typed'
import { root } from 'slidev-addon-speech/deck'
import { renderUnicodeCompact } from 'uqr'
import { wordsOf } from '../languages/words-of'
import { PASSWORD_VARIABLE } from '../windows/remote-guard'
import { TOKEN_PATH, TOKEN_VARIABLE } from '../windows/start-token'
import { lanAddresses, newPassword } from './remote'
import { COMMAND, hasDisplay, parseStartOptions } from './start-options'

/** Tells this start's server from that of another */
const token = randomUUID()

/** Slidev's server ends with this process, however that ends, and doesn't go on holding the port */
const ENDS_WITH_PARENT = 'data:text/javascript,process.once("disconnect",()=>process.exit())'

/** In the language of the deck */
const { start: say } = wordsOf(languageOf(root))

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const options = parseStartOptions(process.argv.slice(2), say)
  if (options.help)
    return console.log(say.help(COMMAND))
  const remote = options.remote ? prepareRemote() : undefined
  const host = remote ? '0.0.0.0' : '127.0.0.1'
  if (!await checkPort(options.port, host))
    throw new Error(say.portTaken(COMMAND, options.port))

  await untilReadable()
  const url = `http://127.0.0.1:${options.port}/`
  const checked = checkDeck(root)
  const slidev = serve(options.port, host, remote?.password)
  const outcome = await answers(url, slidev.process)
  if (outcome === 'other' || (outcome === 'ended' && slidev.said().includes('EADDRINUSE'))) {
    slidev.process.kill()
    throw new Error(say.portTaken(COMMAND, options.port))
  }
  slidev.speakUp()
  if (outcome === 'ended')
    throw new Error(say.notStarted(withoutOptions(COMMAND)))

  console.log(`${say.links(url)}
${remote ? remoteBanner(remote, options.port) : ''}
${say.end}
`)
  const report = reportOf(await checked)
  if (report)
    console.error(`${report}\n`)
  if (options.open && hasDisplay(process.platform, process.env))
    await open(url).catch(() => {}) // the addresses are on the screen
}

/**
 * Slidev would end at once, or leave slides out without a word, while it can't read a file: says so, and waits until it can.
 */
async function untilReadable() {
  let said = ''
  for (;;) {
    const { findings } = await readDeck(root)
    const report = reportOf(findings)
    if (!report)
      break
    if (report !== said)
      console.error(`\n${report}\n\n${say.waiting}`)
    said = report
    await wait(500)
  }
}

interface Remote {
  addresses: string[]
  password: string
}

function prepareRemote(): Remote {
  const addresses = lanAddresses(networkInterfaces())
  if (addresses.length === 0)
    throw new Error(say.noNetwork)
  return { addresses, password: newPassword() }
}

function remoteBanner({ addresses, password }: Remote, port: number): string {
  const urls = addresses.map(address => `http://${address}:${port}/presenter/`)
  const code = renderUnicodeCompact(`${urls[0]}?password=${password}`).replaceAll(/^/gm, '    ')
  return say.remote(urls, password, code)
}

/**
 * Slidev's own command, since only that restarts itself when the headmatter or setup/ changes.
 * It listens on a chosen address only in "remote" mode, which an empty password leaves open on that address.
 * Its banner, in English and with addresses that don't answer, is dropped; warnings and errors come through.
 * Slidev's own password is not used: it guards nothing on the server, and makes Slidev ask the internet for an address.
 */
function serve(port: number, host: string, password?: string) {
  const cli = createRequire(import.meta.url).resolve('@slidev/cli/bin/slidev.mjs')
  const slidev = spawn(process.execPath, ['--import', ENDS_WITH_PARENT, cli, '--port', String(port), '--remote=', '--bind', host], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, [PASSWORD_VARIABLE]: password, [TOKEN_VARIABLE]: token },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => slidev.kill(signal))
  let said = ''
  const keep = (text: Buffer) => said += text
  slidev.stderr!.on('data', keep)
  return {
    process: slidev as typeof slidev & { stderr: NonNullable<typeof slidev.stderr> },
    /** What it has complained of so far */
    said: () => said,
    /** Lets it complain on the terminal from now on */
    speakUp() {
      slidev.stderr!.off('data', keep)
      process.stderr.write(said)
      slidev.stderr!.pipe(process.stderr)
    },
  }
}

/** Waits until the deck is served: by this start or, where another has taken the port meanwhile, by that; or until the server has ended. */
async function answers(url: string, server: ChildProcess): Promise<'own' | 'other' | 'ended'> {
  while (server.exitCode === null && server.signalCode === null) {
    const answer = await fetch(new URL(TOKEN_PATH, url)).then(response => response.text(), () => undefined)
    if (answer !== undefined)
      return answer === token ? 'own' : 'other'
    await wait(100)
  }
  return 'ended'
}
