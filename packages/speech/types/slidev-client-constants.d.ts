/** What Slidev's slide wrapper provides to the components of a slide, as in its `constants.ts`. */
import type { ClicksContext, RenderContext } from '@slidev/types'
import type { InjectionKey, Ref } from 'vue'
import type { SlideContext } from './slidev-client'

export const injectionClicksContext: InjectionKey<Ref<Pick<ClicksContext, 'current'>>>
export const injectionCurrentPage: InjectionKey<Ref<number>>
export const injectionSlidevContext: InjectionKey<SlideContext['$slidev']>
export const injectionRenderContext: InjectionKey<Ref<RenderContext>>
