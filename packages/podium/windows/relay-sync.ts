import type { Plugin } from 'vite'
import { RELAY_EVENT } from './deck-channel'

/** Passes on what one window of the dev server tells the others, on whatever device they are. */
export function relaySync(): Plugin {
  return {
    name: 'deck:relay-sync',
    apply: 'serve',
    configureServer({ ws }) {
      ws.on(RELAY_EVENT, message => ws.send(RELAY_EVENT, message))
    },
  }
}
