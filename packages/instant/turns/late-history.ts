import type { RouterHistory } from 'vue-router'
import { useEventListener } from '@vueuse/core'
import { afterFrame } from 'slidev-addon-podium/after-frame'

/**
 * Writes the browser's history when the frame with the turn has been drawn. An entry takes the browser longer than the
 * turn itself takes the deck, and vue-router makes two of them, with three notes of where the page was scrolled to.
 */
export function writeAfterFrame(history: RouterHistory) {
  const waiting: (() => void)[] = []
  for (const way of ['push', 'replace'] as const) {
    const write = history[way]
    history[way] = async (...entry) => {
      waiting.push(() => write(...entry))
      await afterFrame()
      waiting.shift()?.()
    }
  }
  // the browser went elsewhere by itself before they were written
  useEventListener('popstate', () => waiting.splice(0))
}
