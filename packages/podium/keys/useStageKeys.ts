import { useNav } from '@slidev/client'
import { showOverview } from '@slidev/client/state/index.ts'
import { useEventListener } from '@vueuse/core'
import { useDeckSync } from '../windows/useDeckSync'
import { keyHelpOpen, MOVES } from './keys'

/** What takes keys for itself once it was clicked, though it needs none */
const CONTROLS = 'button, a, input:is([type=range], [type=checkbox], [type=radio])'

/** Keys that some clickers send, and that would put the focus on a hidden button of the audience's screen, or press it */
const STEERING = ['Tab', 'Enter']

const isTyping = () => document.activeElement?.matches('input, textarea, [contenteditable]') ?? false
/** By this page, which Safari below 16.4 doesn't tell, or, with F11, by the browser */
// eslint-disable-next-line compat/compat -- undefined is no
const isFullScreen = () => Boolean(document.fullscreenElement) || matchMedia('(display-mode: fullscreen)').matches

/** Keeps the deck's keys working whatever was clicked before. Call once, in the root component. */
export function useStageKeys() {
  const { frozen, screen, side, toggleScreen } = useDeckSync()
  const { isPlaying } = useNav()

  function release() {
    const focused = document.activeElement
    if (focused instanceof HTMLElement && focused.matches(CONTROLS))
      focused.blur()
  }

  // a click by pointer; by keyboard `detail` is 0, and Tab and Space go on from there
  useEventListener(window, 'click', ({ detail }) => detail > 0 && release())

  // a double click would select a word on the audience's screen
  useEventListener(window, 'mousedown', event => isPlaying.value && event.detail > 1 && !isTyping() && event.preventDefault())

  useEventListener(window, 'keydown', (event) => {
    // a clicker's long press means “start the show”: a reload would leave full screen and blink
    if (event.key === 'F5' && !event.ctrlKey)
      event.preventDefault()
    if (isPlaying.value && isFullScreen() && STEERING.includes(event.key) && !isTyping() && !showOverview.value && !keyHelpOpen.value) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    if (event.key === ' ') // which presses what has the focus
      return
    if (event.key in MOVES || (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey))
      release()
    if (!(event.key in MOVES))
      return
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
