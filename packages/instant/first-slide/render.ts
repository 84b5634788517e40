/* Runs at build, in Node: the first slide as Slidev shows it, by the deck's own layouts and layers. */
import { configs, useNav } from '@slidev/client'
import { injectionCurrentPage, injectionRenderContext, injectionSlidevContext } from '@slidev/client/constants.ts'
import SlideContainer from '@slidev/client/internals/SlideContainer.vue'
import SlideWrapper from '@slidev/client/internals/SlideWrapper.vue'
import { renderToString } from '@vue/server-renderer'
import { computed, createSSRApp, defineComponent, h, provide, reactive, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { slides } from '#slidev/slides'

const Page = defineComponent(() => {
  const nav = useNav()
  provide(injectionRenderContext, ref('slide' as const))
  provide(injectionSlidevContext, reactive({ nav, configs, themeConfigs: computed(() => configs.themeConfig) }))
  provide(injectionCurrentPage, ref(1))
  // as pages/play.vue and SlidesShow.vue have it, which need a browser
  return () => h('div', { id: 'page-root', class: 'grid grid-cols-[1fr_max-content] first-slide' }, h(SlideContainer, { id: 'slide-container', style: 'background:var(--slidev-slide-container-background,black)' }, {
    default: () => h('div', { id: 'slideshow' }, h(SlideWrapper, { route: slides.value[0], clicksContext: nav.getPrimaryClicks(slides.value[0]), renderContext: 'slide' })),
  }))
})

/** A reveal that waits for its click */
const waiting = { getSSRProps: () => ({ class: 'slidev-vclick-target slidev-vclick-hidden' }) }
const plain = { getSSRProps: () => ({}) }

export async function render(): Promise<string> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ name: 'play', path: '/:no', component: Page }] })
  await router.push('/1')
  const app = createSSRApp(Page).use(router).directive('click', waiting).directive('after', waiting)
  for (const name of ['click-hide', 'mark', 'motion', 'drag'])
    app.directive(name, plain)
  return renderToString(app)
}
