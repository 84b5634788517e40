import { useEventListener } from '@vueuse/core'
import { MOVES } from './keys'
import { useDeckSync } from './useDeckSync'

/** What takes keys for itself once it was clicked, though it needs none */
const CONTROLS = 'button, a, input:is([type=range], [type=checkbox], [type=radio])'

/** Chromium's and Firefox's answers to a wish for full screen, or out of it, that they don't grant */
const FULL_SCREEN_REFUSED = /not granted|permissions check failed|full-?screen|document not active/i

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
    if (!(event.key in MOVES) || event.key === ' ') // which presses what has the focus
      return
    release()
    // on the last step no move follows the key
    if (screen.value !== 'slide' && !(frozen.value && side.value === 'speaker'))
      toggleScreen(screen.value)
  }, { capture: true })

  // Slidev doesn't wait for the browser's answer to F
  useEventListener(window, 'unhandledrejection', (event) => {
    if (event.reason instanceof TypeError && FULL_SCREEN_REFUSED.test(event.reason.message))
      event.preventDefault()
  })

  // Esc, which the same clickers send, would leave full screen; locked, it must be held for that
  useEventListener(document, 'fullscreenchange', () => {
    const { keyboard } = navigator as { keyboard?: { lock?: (keys: string[]) => Promise<void> } }
    if (document.fullscreenElement)
      keyboard?.lock?.(['Escape']).catch(() => {})
  })
}
