import type { ComputedRef } from 'vue'
import type { Progress } from './pace'
import { configs, useNav } from '@slidev/client'
import { computed } from 'vue'
import { noteSource } from './note'
import { DEFAULT_PACE, planOf, progressOf } from './pace'
import { useSpeechClock } from './useSpeechClock'

/**
 * Where the speech stands beside the time that its notes take at the headmatter's `pace`;
 * undefined in a copy of the deck without notes.
 */
export function useSpeechPlan(): ComputedRef<Progress | undefined> {
  const { slides, currentSlideNo, clicks } = useNav()
  const { seconds } = useSpeechClock()

  const plan = computed(() => planOf(slides.value.map(({ meta }) => noteSource(meta.slide.noteHTML)), configs.pace ?? DEFAULT_PACE))
  const progress = computed(() => progressOf(plan.value, seconds.value, currentSlideNo.value, clicks.value))
  return computed(() => progress.value.total > 0 ? progress.value : undefined)
}
