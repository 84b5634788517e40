import type { ComputedRef } from 'vue'
import { useNav, useSlideContext } from '@slidev/client'
import { usePreferredReducedMotion } from '@vueuse/core'
import { computed } from 'vue'

/**
 * Whether this rendering of a slide must stand still.
 *
 * True in print and export, in the overview, in the presenter's pictures and
 * for people who asked their system for less motion. Export keeps the render
 * context at `slide`, so print mode is asked for by name.
 */
export function useStill(): ComputedRef<boolean> {
  const { isPrintMode } = useNav()
  const { $renderContext } = useSlideContext()
  const motion = usePreferredReducedMotion()

  return computed(() =>
    isPrintMode.value
    || $renderContext.value !== 'slide'
    || motion.value === 'reduce')
}
