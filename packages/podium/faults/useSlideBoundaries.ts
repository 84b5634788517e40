import type { SlideRoute } from '@slidev/types'
import type { Component } from 'vue'
import { useNav, useSlideContext } from '@slidev/client'
import { plainText } from 'slidev-addon-speech/outline'
import { defineAsyncComponent, defineComponent, h, onErrorCaptured, shallowRef, watch } from 'vue'
import { words } from '../languages/words'
import SlideNotice from '../layouts/error.vue'

const RETRY_MS = 2000
/** Vue's names of where an error came up, in dev and in a build; one in the answer to a click leaves the picture as it is */
const IN_EVENT_HANDLER = /event handler$|#runtime-[56]$/

/**
 * Keeps what goes wrong on a slide to that slide: one that throws shows its title and a small notice, one that can't be
 * fetched from a server that is gone is asked for until it comes. Either says so on the console, which stops an export.
 * Call once, in the root component.
 */
export function useSlideBoundaries() {
  const { slides } = useNav()
  watch(slides, routes => routes.forEach(guard), { immediate: true, flush: 'sync' })
}

function guard(route: SlideRoute) {
  route.component = bounded(import.meta.env.DEV ? route.component : patient(route))
}

/** A slide that is asked for again and again; in dev, where loading fails by what somebody wrote, Vite brings it back. */
function patient({ load }: SlideRoute): Component {
  return defineAsyncComponent({
    async loader() {
      for (;;) {
        const slide = await load() as unknown
        if (slide !== SlideNotice) // what Slidev gives in place of it
          return slide as Component
        await new Promise(resolve => setTimeout(resolve, RETRY_MS))
      }
    },
    loadingComponent: SlideNotice,
    delay: 1000,
  })
}

function bounded(slide: Component): Component {
  return defineComponent({
    name: 'SlideBoundary',
    setup() {
      const { $nav, $page } = useSlideContext()
      const failed = shallowRef(false)

      onErrorCaptured((error, _, where) => {
        const title = plainText($nav.value.slides[$page.value - 1].meta.slide.title)
        console.error(words.faults.logged($page.value, title, error.stack ?? error.message))
        failed.value ||= !IN_EVENT_HANDLER.test(where)
        return false
      })
      import.meta.hot?.on('vite:afterUpdate', () => failed.value = false)

      return () => failed.value ? h(SlideNotice, { notice: words.faults.failed }) : h(slide)
    },
  })
}
