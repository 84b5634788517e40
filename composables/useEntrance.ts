import { useIsSlideActive, useNav, useSlideContext } from '@slidev/client'
import { useDocumentVisibility, useEventListener } from '@vueuse/core'
import { computed, onScopeDispose, watch } from 'vue'
import { useStill } from './useStill'

export interface Entrance {
  /** Click step that starts it; without one, entering the slide does */
  at?: () => number | undefined
  /** When to set it going: before or after the page shows that its moment has come; default before */
  flush?: 'pre' | 'post'
}

/**
 * Plays something once, whenever its moment on stage comes: on entering the slide, or at its click step. Coming back
 * from a later slide doesn't play it again. Where nothing may move (print, previews, a wish for less motion, a hidden
 * tab) it isn't played; whatever interrupts (leaving the slide, going back, resize, blur, print) settles it.
 *
 * @param play sets it going
 * @param settle brings its last frame at once, whether it was going or not
 * @returns `waiting`: whether its click step is still to come
 */
export function useEntrance(play: () => void, settle: () => void, { at = () => undefined, flush = 'pre' }: Entrance = {}) {
  const still = useStill()
  const active = useIsSlideActive()
  const visibility = useDocumentVisibility()
  const { $clicks } = useSlideContext()
  const { navDirection } = useNav()

  const due = computed(() => $clicks.value >= (at() ?? 0))
  const waiting = computed(() => !due.value && !still.value)

  watch([active, due], ([isActive, isDue], [wasActive]) => {
    const cameBack = isActive && !wasActive && navDirection.value < 0
    settle()
    if (isActive && isDue && !cameBack && !still.value && visibility.value !== 'hidden')
      play()
  }, { immediate: true, flush })

  watch([still, visibility], settle)
  useEventListener(['resize', 'blur', 'beforeprint'], settle)
  onScopeDispose(settle)

  return { waiting }
}
