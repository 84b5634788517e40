/** Copies of decks within one browser hear each other here, whatever lies in them; the windows of one copy have a line of their own */
const CHANNEL = 'slidev-addon-podium copies'
const ANSWER_MS = 400

type Message = { kind: 'who' } | { kind: 'copy', address: string }

/**
 * Makes this copy of the deck known to others that are open in this browser, and asks for them.
 *
 * @param address of this copy: the folder or host that it was opened from
 * @returns how to ask; the answer are the addresses of all other copies
 */
export function joinCopies(address: string): () => Promise<string[]> {
  let channel: BroadcastChannel
  try {
    channel = new BroadcastChannel(CHANNEL)
  }
  catch {
    return async () => []
  }
  const others = new Set<string>()
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'who')
      channel.postMessage({ kind: 'copy', address } satisfies Message)
    else if (data.address !== address)
      others.add(data.address)
  })
  return async () => {
    others.clear()
    channel.postMessage({ kind: 'who' } satisfies Message)
    await new Promise(resolve => setTimeout(resolve, ANSWER_MS))
    return [...others]
  }
}
