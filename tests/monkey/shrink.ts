export interface Tail<T> {
  actions: T[]
  /** Whether nothing more can be left out; no if the time was up before all was tried */
  shortest: boolean
}

/** Told where a search stops that has no more time */
class TimeUp extends Error {}

/**
 * The shortest tail of a list of actions that still goes wrong, without those of its actions that it doesn't need.
 *
 * @param actions that went wrong
 * @param fails plays some of the actions from the beginning
 * @param until when the search ends at the latest, in milliseconds as of `Date.now()`, but for the play that goes on then;
 *   default never
 * @returns the shortest that was found until then; nothing if even all of them don't go wrong a second time
 */
export async function shortestTail<T>(actions: T[], fails: (some: T[]) => Promise<boolean>, until = Infinity): Promise<Tail<T> | undefined> {
  let best = actions
  async function stillFails(some: T[]): Promise<boolean> {
    if (Date.now() >= until)
      throw new TimeUp('no more time')
    const failed = await fails(some)
    if (failed)
      best = some
    return failed
  }

  try {
    const tail = await shortestEnd(actions, stillFails)
    return tail && { actions: await withoutNeedless(tail, stillFails), shortest: true }
  }
  catch (error) {
    if (error instanceof TimeUp)
      return { actions: best, shortest: false }
    throw error
  }
}

async function shortestEnd<T>(actions: T[], fails: (some: T[]) => Promise<boolean>): Promise<T[] | undefined> {
  let tooShort = 0
  let enough = 1
  while (!await fails(actions.slice(-enough))) {
    if (enough >= actions.length)
      return undefined
    tooShort = enough
    enough = Math.min(2 * enough, actions.length)
  }
  while (enough - tooShort > 1) {
    const middle = Math.floor((tooShort + enough) / 2)
    if (await fails(actions.slice(-middle)))
      enough = middle
    else
      tooShort = middle
  }
  return actions.slice(-enough)
}

/** Leaves out what can be left out: halves first, single actions last. */
async function withoutNeedless<T>(actions: T[], fails: (some: T[]) => Promise<boolean>): Promise<T[]> {
  let needed = actions
  for (let size = Math.floor(actions.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < needed.length && needed.length > 1;) {
      const rest = needed.toSpliced(start, size)
      if (rest.length > 0 && await fails(rest))
        needed = rest
      else
        start += size
    }
  }
  return needed
}
