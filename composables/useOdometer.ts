import type { Ref, ShallowRef } from 'vue'
import { nextTick, shallowRef, watch } from 'vue'
import { useEntrance } from './useEntrance'

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
 * Rolls the digit columns of a figure once, whenever its moment on stage comes (useEntrance.ts).
 *
 * The columns move by transforms alone, on the compositor: no frame loop, no re-render, no layout. Whatever interrupts,
 * a new value among it, ends the roll, and the figure itself is seen.
 *
 * @param columns each as tall as its glyphs, first on top, and rolled to the last
 * @param options read anew at every start
 * @returns `rolling`: whether the columns cover the figure; `waiting`: whether its click step is still to come
 */
export function useOdometer(
  columns: Readonly<Ref<HTMLElement[] | null>>,
  options: () => OdometerOptions,
): { rolling: Readonly<ShallowRef<boolean>>, waiting: Readonly<Ref<boolean>> } {
  const rolling = shallowRef(false)
  let animations: Animation[] = []

  function settle() {
    animations.forEach(animation => animation.cancel())
    animations = []
    rolling.value = false
  }

  async function roll() {
    const { duration, delay, easing } = options()
    if (duration === 0)
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

  const { waiting } = useEntrance(roll, settle, { at: () => options().at, flush: 'post' })
  watch(() => options().value, settle)

  return { rolling, waiting }
}

/** Digits roll to the last glyph; a late mark fades in; other marks stand */
function keyframesOf({ dataset }: HTMLElement): Keyframe[] {
  const glyphs = dataset.glyphs!.split('\n').length
  if (dataset.late !== undefined)
    return [{ opacity: 0 }, { opacity: 1 }]
  return [{ transform: 'none' }, { transform: `translateY(${-100 * (1 - 1 / glyphs)}%)` }]
}
