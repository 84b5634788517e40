import type { Progress } from 'slidev-addon-speech/pace'
import type { ComputedRef } from 'vue'
import { configs, useNav } from '@slidev/client'
import { DEFAULT_PACE, planOf, progressOf } from 'slidev-addon-speech/pace'
import { noteOf } from 'virtual:slidev-speech/notes'
import { computed } from 'vue'
import { useSpeechClock } from './useSpeechClock'

/**
 * Where the speech stands beside the time that its notes take at the headmatter's `pace`;
 * undefined in a copy of the deck without notes.
 */
export function useSpeechPlan(): ComputedRef<Progress | undefined> {
  const { slides, currentSlideNo, clicks } = useNav()
  const { seconds } = useSpeechClock()

  const plan = computed(() => planOf(slides.value.map(({ no }) => noteOf(no)), configs.pace ?? DEFAULT_PACE))
  const progress = computed(() => progressOf(plan.value, seconds.value, currentSlideNo.value, clicks.value))
  return computed(() => progress.value.total > 0 ? progress.value : undefined)
}
