import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { getPort } from 'get-port-please'

export interface DevServer {
  server: ChildProcess
  /** What it printed until the deck was served */
  printed: string
}

/** A port for a server of this test's: each worker looks in a range of its own, else two would find the same before either takes it. */
export function freePort(): Promise<number> {
  const first = 3000 + 100 * Number(process.env.VITEST_POOL_ID)
  return getPort({ portRange: [first, first + 99] })
}

/** Runs `npm start` in the deck under test, or in the folder `cwd`. */
export async function startDevServer(port: number, options: string[] = [], env = process.env, cwd = process.cwd()): Promise<DevServer> {
  const server = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'packages/podium/bin/start.ts', '--no-open', '--port', String(port), ...options], { stdio: ['ignore', 'pipe', 'ignore'], env, cwd })
  let printed = ''
  for await (const chunk of server.stdout!) {
    printed += chunk
    if (printed.includes('Ctrl+C'))
      break
  }
  return { server, printed }
}

export async function stopServer(server: ChildProcess | undefined): Promise<void> {
  if (server?.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit')
    server.kill()
    await ended
  }
}
