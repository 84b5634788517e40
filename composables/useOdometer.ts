import type { Ref, ShallowRef } from 'vue'
import { useIsSlideActive, useNav, useSlideContext } from '@slidev/client'
import { useDocumentVisibility, useEventListener } from '@vueuse/core'
import { computed, nextTick, onScopeDispose, shallowRef, watch } from 'vue'
import { useStill } from './useStill'

export interface OdometerOptions {
  /** The figure it ends at; a change of it ends the roll */
  value: number
  /** Click step that starts it; without one, entering the slide does */
  at?: number
  /** Milliseconds; 0 for no motion */
  duration: number
  /** Milliseconds to wait before the first digit moves */
  delay: number
  /** A CSS easing function */
  easing: string
}

/**
 * Rolls the digit columns of a figure once, whenever its moment on stage comes:
 * on entering the slide, or at its click step. Coming back from a later slide
 * shows the figure at once.
 *
 * The columns move by transforms alone, on the compositor: no frame loop, no
 * re-render, no layout. Whatever interrupts (leaving the slide, going back,
 * resize, blur, a hidden tab, print, a wish for less motion, a new value) ends
 * the roll, and the figure itself is seen.
 *
 * @param columns each as tall as its glyphs, first on top, and rolled to the last
 * @param options read anew at every start
 * @returns `rolling`: whether the columns cover the figure; `waiting`: whether its click step is still to come
 */
export function useOdometer(
  columns: Readonly<Ref<HTMLElement[] | null>>,
  options: () => OdometerOptions,
): { rolling: Readonly<ShallowRef<boolean>>, waiting: Readonly<Ref<boolean>> } {
  const still = useStill()
  const active = useIsSlideActive()
  const visibility = useDocumentVisibility()
  const { $clicks } = useSlideContext()
  const { navDirection } = useNav()

  const rolling = shallowRef(false)
  let animations: Animation[] = []

  const due = computed(() => $clicks.value >= (options().at ?? 0))
  const waiting = computed(() => !due.value && !still.value)

  function settle() {
    animations.forEach(animation => animation.cancel())
    animations = []
    rolling.value = false
  }

  async function roll() {
    settle()
    const { duration, delay, easing } = options()
    if (still.value || duration === 0 || visibility.value === 'hidden')
      return

    rolling.value = true
    await nextTick()
    if (!rolling.value)
      return
    const run = (columns.value ?? []).map(column =>
      column.animate(keyframesOf(column), { duration, delay, easing, fill: 'both' }))
    animations = run
    await Promise.allSettled(run.map(({ finished }) => finished))
    if (animations === run)
      settle()
  }

  watch([active, due], ([isActive, isDue], [wasActive]) => {
    const cameBack = isActive && !wasActive && navDirection.value < 0
    if (isActive && isDue && !cameBack)
      roll()
    else
      settle()
  }, { immediate: true, flush: 'post' })

  watch([still, visibility, () => options().value], settle)
  useEventListener(['resize', 'blur', 'beforeprint'], settle)
  onScopeDispose(settle)

  return { rolling, waiting }
}

/** Digits roll to the last glyph; a late mark fades in; other marks stand */
function keyframesOf({ dataset }: HTMLElement): Keyframe[] {
  const glyphs = dataset.glyphs!.split('\n').length
  if (dataset.late !== undefined)
    return [{ opacity: 0 }, { opacity: 1 }]
  return [{ transform: 'none' }, { transform: `translateY(${-100 * (1 - 1 / glyphs)}%)` }]
}
