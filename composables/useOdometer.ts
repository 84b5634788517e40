import type { Ref, ShallowRef } from 'vue'
import { useIsSlideActive, useNav, useSlideContext } from '@slidev/client'
import { useDocumentVisibility, useEventListener } from '@vueuse/core'
import { computed, nextTick, onScopeDispose, shallowRef, watch } from 'vue'
import { useStill } from './useStill'

export interface OdometerOptions {
  /** Click step that starts it; without one, entering the slide does */
  at?: number
  /** Milliseconds */
  duration: number
  /** Milliseconds to wait before the first digit moves */
  delay: number
  /** A CSS easing function */
  easing: string
}

/**
 * Rolls the digit columns of a figure once, whenever its moment on stage comes.
 *
 * The columns move by transforms alone, on the compositor: no frame loop, no
 * re-render, no layout. Whatever interrupts (leaving the slide, going back,
 * resize, blur, a hidden tab, print, a wish for less motion) ends the roll at
 * once, and the figure itself is seen.
 *
 * @param strips the columns, first glyph on top; each rolls to its last glyph
 * @returns whether the columns roll; the figure is to be covered just as long
 */
export function useOdometer(
  strips: Readonly<Ref<HTMLElement[] | null>>,
  options: () => OdometerOptions,
): { rolling: Readonly<ShallowRef<boolean>>, due: Readonly<Ref<boolean>> } {
  const still = useStill()
  const active = useIsSlideActive()
  const visibility = useDocumentVisibility()
  const { $clicks } = useSlideContext()
  const { clicksDirection, navDirection } = useNav()

  const rolling = shallowRef(false)
  let animations: Animation[] = []

  const due = computed(() => $clicks.value >= (options().at ?? 0))
  const onStage = computed(() => active.value && due.value && !still.value)

  function settle() {
    animations.forEach(animation => animation.cancel())
    animations = []
    rolling.value = false
  }

  async function roll() {
    settle()
    const { duration, delay, easing } = options()
    if (duration === 0)
      return
    rolling.value = true
    await nextTick()
    if (!rolling.value)
      return

    const run = (strips.value ?? []).map(strip => strip.animate(
      keyframesOf(strip),
      { duration, delay, easing, fill: 'both' },
    ))
    animations = run
    await Promise.allSettled(run.map(({ finished }) => finished))
    if (animations === run)
      settle()
  }

  watch(onStage, (now) => {
    const backwards = clicksDirection.value < 0 || navDirection.value < 0
    if (now && !backwards && visibility.value === 'visible')
      roll()
    else
      settle()
  }, { immediate: true, flush: 'post' })

  watch(visibility, settle)
  useEventListener(['resize', 'blur', 'beforeprint'], settle)
  onScopeDispose(settle)

  return { rolling, due }
}

function keyframesOf(strip: HTMLElement): Keyframe[] {
  const glyphs = strip.dataset.glyphs?.split('\n').length ?? 1
  return glyphs > 1
    ? [{ transform: 'none' }, { transform: `translateY(${-100 * (1 - 1 / glyphs)}%)` }]
    : [{ opacity: strip.dataset.late === undefined ? 1 : 0 }, { opacity: 1 }]
}
