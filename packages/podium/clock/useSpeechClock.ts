import type { ComputedRef } from 'vue'
import { configs, useNav } from '@slidev/client'
import { createSharedComposable, useLocalStorage, useNow } from '@vueuse/core'
import { computed, watch } from 'vue'
import { elapsed, isForgotten, jumped, paused, resumed, started, STOPPED } from './clock-state'

/** Resting on the cover as long as this, in ms, ends a rehearsal: leaving it starts anew */
const REST_ON_COVER = 60_000

/**
 * The stopwatch of the speech. It starts when the speaker turns from the cover
 * to the second slide, and is kept in the browser: a reload does no harm, and
 * all windows of this deck show the same. A computer that slept stops it at the
 * moment before; the next move lets it go on.
 */
export const useSpeechClock = createSharedComposable((): {
  now: Readonly<ComputedRef<Date>>
  /** Seconds since the beginning, without pauses */
  seconds: ComputedRef<number>
  status: ComputedRef<'stopped' | 'running' | 'paused'>
  /** Starts, pauses or goes on */
  toggle: () => void
  reset: () => void
} => {
  const { clicks, currentSlideNo } = useNav()
  const now = useNow({ interval: 200 })
  const state = useLocalStorage(`${configs.title} - speech clock`, STOPPED)
  if (isForgotten(state.value, Date.now()))
    state.value = STOPPED

  const status = computed(() => {
    if (!state.value.startedAt)
      return 'stopped'
    return state.value.pausedAt ? 'paused' : 'running'
  })

  function toggle() {
    const next = { stopped: () => started(Date.now()), running: paused, paused: resumed }[status.value]
    state.value = next(state.value, Date.now())
  }

  let onCoverSince = Date.now()
  watch(currentSlideNo, (page, previous) => {
    if (page === 1)
      onCoverSince = Date.now()
    else if (previous === 1 && page === 2 && (status.value === 'stopped' || Date.now() - onCoverSince > REST_ON_COVER))
      state.value = started(Date.now())
  })

  let lastLook = Date.now()
  let slept = false
  watch(now, () => {
    const previous = lastLook
    lastLook = Date.now()
    if (status.value !== 'running' || !jumped(previous, lastLook))
      return
    state.value = paused(state.value, previous)
    slept = true
  })
  watch([currentSlideNo, clicks], () => {
    if (slept && status.value === 'paused')
      state.value = resumed(state.value, Date.now())
    slept = false
  })

  return {
    now: computed(() => now.value),
    seconds: computed(() => elapsed(state.value, now.value.getTime()) / 1000),
    status,
    toggle,
    reset: () => state.value = STOPPED,
  }
})
