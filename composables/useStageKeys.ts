import { useEventListener } from '@vueuse/core'
import { useDeckSync } from './useDeckSync'

/** Keys of a clicker and of a hand that doesn't look */
const MOVES = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']
/** What takes keys for itself once it was clicked, though it needs none */
const CONTROLS = 'button, a, input:is([type=range], [type=checkbox], [type=radio])'

/** Keeps the deck's keys working whatever was clicked before. Call once, in the root component. */
export function useStageKeys() {
  const { frozen, screen, side, toggleScreen } = useDeckSync()

  function release() {
    const focused = document.activeElement
    if (focused instanceof HTMLElement && focused.matches(CONTROLS))
      focused.blur()
  }

  // a click by pointer; by keyboard `detail` is 0, and Tab and Space go on from there
  useEventListener(window, 'click', ({ detail }) => detail > 0 && release())

  useEventListener(window, 'keydown', (event) => {
    // a clicker's long press means “start the show”: a reload would leave full screen and blink
    if (event.key === 'F5' && !event.ctrlKey)
      event.preventDefault()
    if (!MOVES.includes(event.key))
      return
    release()
    // on the last step no move follows the key
    if (screen.value !== 'slide' && !(frozen.value && side.value === 'speaker'))
      toggleScreen(screen.value)
  }, { capture: true })

  // Esc, which the same clickers send, would leave full screen; locked, it must be held for that
  useEventListener(document, 'fullscreenchange', () => {
    const { keyboard } = navigator as { keyboard?: { lock?: (keys: string[]) => Promise<void> } }
    if (document.fullscreenElement)
      keyboard?.lock?.(['Escape']).catch(() => {})
  })
}
