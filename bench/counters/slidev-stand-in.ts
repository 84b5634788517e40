/** Stands in for `@slidev/client`: one slide on stage, entered when the bench says so. */
import { computed, ref } from 'vue'

export const entered = ref(false)

export function useNav() {
  return { isPrintMode: computed(() => false), navDirection: ref(1) }
}

export function useSlideContext() {
  return { $page: ref(1), $clicks: ref(0), $renderContext: ref('slide') }
}

export function useIsSlideActive() {
  return entered
}
