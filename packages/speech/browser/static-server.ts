import type { AddressInfo } from 'node:net'
import type { Options } from 'sirv'
import { once } from 'node:events'
import { createServer } from 'node:http'
import sirv from 'sirv'

export interface StaticServer {
  /** Origin without a slash at the end. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves a built deck on this computer, as any plain web server would: addresses of slides such as `/3` get index.html.
 *
 * @param folder of the built deck
 * @param options of sirv, e.g. `brotli` to send `.br` files that stand beside the others
 * @param options.port default any that is free
 */
export async function serveFolder(folder: string, { port: wish = 0, ...options }: Options & { port?: number } = {}): Promise<StaticServer> {
  const server = createServer(sirv(folder, { single: true, ...options }))
  server.listen(wish, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
