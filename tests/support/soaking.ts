import process from 'node:process'

/** Whether all sizes, places and long plays are tried (`npm run soak`), not a sample of them (`npm test`) */
export const SOAKING = process.env.SOAK === '1'

/** All of a list when soaking, else the first of it */
export function sample<T>(list: T[], first = 1): T[] {
  return SOAKING ? list : list.slice(0, first)
}
