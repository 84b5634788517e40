import type { Plugin } from 'vite'
import process from 'node:process'

/** Set by `bin/start.ts`, which asks the server for it */
export const TOKEN_VARIABLE = 'DECK_START_TOKEN'
export const TOKEN_PATH = '/__podium/start'

/** Tells who started this server: of two starts at once the one that lost its port would take the other's server for its own. */
export function startToken(): Plugin {
  return {
    name: 'podium:start-token',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use(TOKEN_PATH, (_, response) => response.end(process.env[TOKEN_VARIABLE] ?? ''))
    },
  }
}
