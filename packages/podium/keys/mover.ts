import type { NavOperations } from '@slidev/types'
import type { Place } from '../windows/deck-state'
import type { Move } from './keys'
import { shallowRef } from 'vue'

type Act = () => unknown

/** How keys act on the deck */
export interface Mover {
  move: (move: Move) => unknown
  /** Makes of any other act one that waits for the moves before it */
  inOrder: (act: Act) => Act
}

/** Where a key is bringing the deck, while Slidev is not there yet; a mover that is ahead of Slidev sets it. */
export const destination = shallowRef<Place>()

let makeMover = (nav: NavOperations): Mover => ({ move: move => nav[move](), inOrder: act => act })

/**
 * Replaces the way in which keys move the deck, for an addon that does it faster.
 * Call it in the addon's `setup/main.ts`, which runs before any view has keys.
 */
export function replaceMover(make: (nav: NavOperations) => Mover) {
  makeMover = make
}

/** The mover of this deck. Call it in the setup of shortcuts, since movers may use Vue's injections. */
export function useMover(nav: NavOperations): Mover {
  return makeMover(nav)
}
