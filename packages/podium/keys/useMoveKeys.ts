import type { Move } from './keys'
import { useNav } from '@slidev/client'
import { shortcutsLocked, showOverview } from '@slidev/client/state/index.ts'
import { useEventListener } from '@vueuse/core'
import { MOVES, MOVES_WITH_SHIFT } from './keys'

/** Where keys are for something else: in a text, on a button that Space presses */
const TYPED_INTO = 'input, textarea, [contenteditable]'
const PRESSED_BY_SPACE = 'button, a, summary, [role=button], [role=option]'

/** A key that is held moves again after 1 s, 0.75, 0.5, 0.25, and then every 0.15, as in plain Slidev: most are held by mistake. */
const againAfter = (times: number) => Math.max(1000 - times * 250, 150)

/**
 * Moves the deck by keys. Slidev's own way to them, three listeners that note every key and as many watchers as there are
 * shortcuts, takes as long as all else of a turn; it keeps all other keys.
 * Call in the setup of shortcuts, so that it lasts as long as the view that has them.
 */
export function useMoveKeys(move: (move: Move) => void) {
  const { isPrintMode } = useNav()
  let times = 0
  let last = 0

  useEventListener(window, 'keydown', (event) => {
    const name = (event.shiftKey && MOVES_WITH_SHIFT[event.key]) || MOVES[event.key]
    if (!name || event.ctrlKey || event.altKey || event.metaKey || isPrintMode.value || !isForTheDeck(event))
      return
    event.preventDefault() // the browser would scroll the notes as well
    event.stopImmediatePropagation()
    if (event.repeat && event.timeStamp < last + againAfter(times))
      return
    times = event.repeat ? times + 1 : 0
    last = event.timeStamp
    move(name)
  }, { capture: true })
}

function isForTheDeck({ key }: KeyboardEvent): boolean {
  const focused = document.activeElement
  if (shortcutsLocked.value || focused?.matches(TYPED_INTO) || (showOverview.value && key.startsWith('Arrow')))
    return false
  return key !== ' ' || !focused?.matches(PRESSED_BY_SPACE)
}
