import { useNav } from '@slidev/client'
import { resolvedClickMap } from '@slidev/client/modules/v-click.ts'
import { whenIdle } from 'slidev-addon-podium/when-idle'
import { nextTick, watch } from 'vue'
import { isPainted, paintAhead, slidesOnStage } from './fade'

/** How many slides on either side of the current one are mounted, and so turn up in a frame; each costs nodes and memory */
const MOUNTED = 2
/** How many are painted as well, so that a turn has only to uncover one */
const PAINTED = 1
/**
 * Makes slides ready before they are needed, the nearest first, each by itself and only while nothing else is to do.
 * Slidev would mount the next one within the very frame of a turn, and after three seconds all of them at a stroke, for good;
 * `preload: false` in the headmatter's defaults tells it not to. Call once, in the root component.
 */
export function useNeighbours() {
  const { currentSlideNo, isPrintMode, slides } = useNav()
  if (isPrintMode.value)
    return

  watch(currentSlideNo, async (page) => {
    const distance = (no: number) => Math.abs(no - page)
    const nearestFirst = [...slides.value].sort((a, b) => distance(a.no) - distance(b.no))
    /** Waits until nothing else is to do; false if the deck has moved on by then */
    const hasTime = () => whenIdle().then(() => page === currentSlideNo.value)

    /** Mounts what is near, and takes out what no longer is */
    async function mount(): Promise<boolean> {
      for (const route of nearestFirst) {
        const wanted = distance(route.no) <= MOUNTED
        if (wanted === Boolean(route.meta.__preloaded))
          continue
        if (!await hasTime())
          return false
        if (wanted)
          await route.load()
        route.meta.__preloaded = wanted
      }
      await nextTick()
      return true
    }

    async function paint(): Promise<boolean> {
      for (const slide of slidesOnStage()) {
        const wanted = distance(Number(slide.dataset.slidevNo)) <= PAINTED
        if (wanted === isPainted(slide))
          continue
        if (!await hasTime())
          return false
        paintAhead(slide, wanted)
      }
      return true
    }

    if (await mount() && await paint())
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
