import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { getPort } from 'get-port-please'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { root } from 'slidev-addon-speech/deck'

/** How the deck comes to the browser, and how it can be taken away for a while */
export interface Venue {
  /** What stands before a route such as `/3` */
  base: string
  start: () => Promise<void>
  stop: () => Promise<void>
}

const slidev = join(root, 'node_modules/@slidev/cli/bin/slidev.mjs')

/** A built deck on a web server, whose address stays the same when it starts again */
export async function servedFolder(folder: string): Promise<Venue> {
  let server = await serveFolder(folder)
  const { url } = server
  let running = true
  return {
    base: url,
    async start() {
      if (!running)
        server = await serveFolder(folder, { port: Number(new URL(url).port) })
      running = true
    },
    async stop() {
      if (running)
        await server.close()
      running = false
    },
  }
}

/** The deck as one file that opens by double click: nothing can take it away. */
export function portableFile(file: string): Venue {
  return { base: `${pathToFileURL(file).href}#`, start: async () => {}, stop: async () => {} }
}

/** Slidev's dev server, as `npm start` runs it */
export async function devServer(): Promise<Venue> {
  const port = await getPort({ host: '127.0.0.1', random: true })
  const base = `http://127.0.0.1:${port}`
  let server: ChildProcess | undefined
  const venue: Venue = {
    base,
    async start() {
      if (server)
        return
      server = spawn(process.execPath, [slidev, '--port', String(port), '--remote=', '--bind', '127.0.0.1'], { cwd: root, stdio: 'ignore' })
      while (!await fetch(base).then(({ ok }) => ok, () => false)) {
        if (server.exitCode !== null)
          throw new Error('Slidev’s server ended by itself')
        await wait(100)
      }
    },
    async stop() {
      const running = server
      server = undefined
      if (running?.kill('SIGKILL'))
        await once(running, 'exit')
    },
  }
  await venue.start()
  return venue
}
