import type { NavOperations } from '@slidev/types'
import type { Words } from '../languages/en'
import { ref } from 'vue'

/** Whether the list of keys is open in this window */
export const keyHelpOpen = ref(false)

/** The keys as `?` lists them, in the order of their use on the day */
export function keysIn({ keys }: Words): { keys: string[], does: string }[] {
  return [
    { keys: ['→', keys.space, 'PageDown'], does: keys.next },
    { keys: ['←', 'PageUp'], does: keys.prev },
    { keys: ['↓', '↑'], does: keys.slides },
    { keys: ['Home', 'End'], does: keys.ends },
    { keys: ['B', '.'], does: keys.black },
    { keys: ['W', ','], does: keys.white },
    { keys: ['Z'], does: keys.freeze },
    { keys: ['G'], does: keys.goto },
    { keys: ['O'], does: keys.overview },
    { keys: ['F'], does: keys.fullscreen },
    { keys: ['?'], does: keys.help },
  ]
}

/** A move by what it does, in Slidev's words */
export type Move = keyof Pick<NavOperations, 'next' | 'prev' | 'nextSlide' | 'prevSlide' | 'goFirst' | 'goLast'>

/** Keys that move, those of clickers among them, by `event.key`; Slidev's own, and Home and End */
export const MOVES: Record<string, Move> = {
  'ArrowRight': 'next',
  'ArrowLeft': 'prev',
  'ArrowDown': 'nextSlide',
  'ArrowUp': 'prevSlide',
  'PageDown': 'next',
  'PageUp': 'prev',
  'Home': 'goFirst',
  'End': 'goLast',
  ' ': 'next',
}

/** What they do with Shift, where that is something else */
export const MOVES_WITH_SHIFT: Record<string, Move> = {
  'ArrowRight': 'nextSlide',
  'ArrowLeft': 'prevSlide',
  ' ': 'prev',
}
