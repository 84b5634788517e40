import { useNav } from '@slidev/client'
import { resolvedClickMap } from '@slidev/client/modules/v-click.ts'
import { nextTick, watch } from 'vue'
import { whenIdle } from './when-idle'

/** How many slides on either side of the current one are mounted, and so turn up at once */
const REACH = 2

/**
 * Makes slides ready before they are needed, and only while nothing else is to do. Slidev itself would mount the next
 * one within the very frame of a turn, and after three seconds all of them for good; `preload: false` in the
 * headmatter's defaults tells it not to. Call once, in the root component.
 */
export function useNeighbours() {
  const { currentSlideNo, isPrintMode, slides } = useNav()
  if (isPrintMode.value)
    return

  watch(currentSlideNo, async () => {
    await whenIdle()
    for (const route of slides.value) {
      const near = Math.abs(route.no - currentSlideNo.value) <= REACH
      if (near)
        await route.load()
      route.meta.__preloaded = near
    }
    await nextTick()
    forgetGoneClicks()
  }, { immediate: true })

  if (!import.meta.env.DEV) // there each would set off a round of UnoCSS's updates, which take Vite's error message away
    void fetchAll()

  /** The code of all slides, so that a network that fails later does no harm */
  async function fetchAll() {
    for (const route of slides.value) {
      await whenIdle()
      await route.load().catch(() => {}) // told when somebody turns to it
    }
  }
}

/** Slidev keeps whatever has waited for a click, and with it the whole slide, however long ago that was unmounted. */
function forgetGoneClicks() {
  for (const element of resolvedClickMap.keys()) {
    if (element instanceof Element && !element.isConnected)
      resolvedClickMap.delete(element)
  }
}
