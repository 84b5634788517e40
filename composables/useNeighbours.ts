import type { SlideRoute } from '@slidev/types'
import { useNav } from '@slidev/client'
import { resolvedClickMap } from '@slidev/client/modules/v-click.ts'
import { promiseTimeout } from '@vueuse/core'
import { nextTick, watch } from 'vue'
import { whenIdle } from './when-idle'

/** How many slides on either side of the current one are mounted at once, and so turn up in a frame */
const NEAR = 2
/**
 * How many are when the deck has rested on a slide for that long, ms: all of most decks, few of a deck of a thousand.
 * Not in dev, where each slide sets off a round of UnoCSS's updates, which hold up moves and take Vite's error message away.
 */
const FAR = import.meta.env.DEV ? NEAR : 40
const REST = 3000

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
    const distance = ({ no }: SlideRoute) => Math.abs(no - page)
    const rested = promiseTimeout(REST)
    for (const route of slides.value.toSorted((a, b) => distance(a) - distance(b))) {
      const wanted = distance(route) <= FAR
      if (wanted === Boolean(route.meta.__preloaded))
        continue
      if (distance(route) > NEAR)
        await rested
      await whenIdle()
      if (page !== currentSlideNo.value)
        return
      if (wanted)
        await route.load()
      route.meta.__preloaded = wanted
    }
    await nextTick()
    forgetGoneClicks()
  }, { immediate: true })

  if (!import.meta.env.DEV)
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
