import { useNav } from '@slidev/client'
import { watchDebounced } from '@vueuse/core'

/** Milliseconds after a move by which every fade has ended */
const FADED_BY = 600

/**
 * Takes slides off the stage that stay there by mistake. Call once, in the root component.
 *
 * Where a slide leaves, enters and leaves again within a few frames, Vue takes the end of its first fade for that of the
 * second and never hides it (`_isLeaving` in runtime-dom's Transition): it would lie on a slide before it for good.
 * The fade of this package (fade.ts) has no such fault.
 */
export function useStaleSlides() {
  const { currentSlideNo } = useNav()
  watchDebounced(currentSlideNo, (page) => {
    for (const slide of document.querySelectorAll<HTMLElement>('#slideshow:not(.fades) > [data-slidev-no]')) {
      if (Number(slide.dataset.slidevNo) !== page)
        slide.style.display = 'none' // as v-show does, and undoes
    }
  }, { debounce: FADED_BY })
}
