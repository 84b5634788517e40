/**
 * The shortest tail of a list of actions that still goes wrong, without those of its actions that it doesn't need.
 *
 * @param actions that went wrong
 * @param fails plays some of the actions from the beginning
 * @returns nothing if even all of them don't go wrong a second time
 */
export async function shortestTail<T>(actions: T[], fails: (some: T[]) => Promise<boolean>): Promise<T[] | undefined> {
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
  return withoutNeedless(actions.slice(-enough), fails)
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
