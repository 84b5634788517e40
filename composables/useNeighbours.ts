import { useNav } from '@slidev/client'
import { resolvedClickMap } from '@slidev/client/modules/v-click.ts'
import { nextTick, watch } from 'vue'
import { whenIdle } from './when-idle'

/** How many slides on either side of the current one are mounted, and so turn up at once: all of most decks, few of a deck of a thousand */
const REACH = 40

/**
 * Makes slides ready before they are needed, the nearest first, each by itself and only while nothing else is to do.
 * Slidev would mount the next one within the very frame of a turn, and after three seconds all of them at a stroke, for good;
 * `preload: false` in the headmatter's defaults tells it not to. Call once, in the root component.
 */
export function useNeighbours() {
  const { currentSlideNo, isPrintMode, slides } = useNav()
  if (isPrintMode.value)
    return

  watch(currentSlideNo, async () => {
    const page = currentSlideNo.value
    for (const route of slides.value.toSorted((a, b) => Math.abs(a.no - page) - Math.abs(b.no - page))) {
      const near = Math.abs(route.no - page) <= REACH
      if (near === route.meta.__preloaded)
        continue
      await whenIdle()
      if (page !== currentSlideNo.value)
        return
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
