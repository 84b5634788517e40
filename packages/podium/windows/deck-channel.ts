/** The event that `relay-sync.ts` passes on between all windows of the dev server */
export const RELAY_EVENT = 'deck:sync'

/**
 * Opens the line between the windows of a deck: in a build within one browser, even on file://;
 * under `npm start` through the server, so that a phone is reached too.
 * A window may hear its own words.
 * @returns how to say something; undefined if the browser refuses
 */
export function openDeckChannel<Message>(name: string, hear: (message: Message) => void): ((message: Message) => void) | undefined {
  if (import.meta.hot) {
    const { hot } = import.meta
    hot.on(RELAY_EVENT, hear)
    return message => hot.send(RELAY_EVENT, message)
  }
  try {
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data))
    return message => channel.postMessage(message)
  }
  catch {
    return undefined
  }
}
