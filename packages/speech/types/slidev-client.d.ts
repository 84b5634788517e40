/**
 * The part of Slidev's public client API that a deck uses, as in its `index.ts`, `useNav.ts` and `context.ts`.
 * Slidev ships these as TypeScript sources; a type check would follow the import into them and report
 * their errors as ours, so tsconfig.json points `@slidev/client` here. Add what you newly import.
 */
import type { AppContext, ClicksContext, RenderContext, SlideInfo, SlideRoute, SlidevConfig, TocItem } from '@slidev/types'
import type { ComputedRef, DefineComponent, Directive, Ref, ShallowUnwrapRef, UnwrapNestedRefs } from 'vue'
import type { RouteLocationNormalized, Router } from 'vue-router'

type DeckRoute = SlideRoute & { meta: { layout?: string, slide: SlideInfo } }

export interface SlidevNav {
  slides: Ref<DeckRoute[]>
  total: ComputedRef<number>
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<DeckRoute>
  nextRoute: ComputedRef<DeckRoute>
  currentLayout: ComputedRef<string>
  currentFrontmatter: ComputedRef<Record<string, any>>
  clicks: ComputedRef<number>
  clicksTotal: ComputedRef<number>
  hasNext: ComputedRef<boolean>
  hasPrev: ComputedRef<boolean>
  tocTree: ComputedRef<TocItem[]>
  /** Negative when the last move went to an earlier slide */
  navDirection: Ref<number>
  /** Negative when the last move went back a click */
  clicksDirection: Ref<number>
  next: () => Promise<void>
  prev: () => Promise<void>
  go: (no: number | string, clicks?: number) => Promise<void>
}

export interface SlidevNavState {
  router: Router
  currentRoute: ComputedRef<RouteLocationNormalized>
  isPrintMode: ComputedRef<boolean>
  isPrintWithClicks: Ref<boolean>
  isEmbedded: ComputedRef<boolean>
  isPlaying: ComputedRef<boolean>
  isPresenter: ComputedRef<boolean>
  isNotesViewer: ComputedRef<boolean>
  router: AppContext['router']
  currentRoute: ComputedRef<AppContext['router']['currentRoute']['value']>
  /** Clicks as the address has them, which may be more than the slide takes */
  queryClicks: Ref<number>
  getPrimaryClicks: (route: SlideRoute) => ClicksContext
}

export interface SharedState {
  page: number
  clicks: number
  clicksTotal: number
}

/** A way for windows to share their states; `init` is asked once for each state. */
export interface Sync {
  init: (
    channelKey: string,
    onUpdate: (values: object) => void,
    state: object,
    persist?: boolean,
  ) => (state: object, updating?: boolean) => void
}

export interface SlideContext {
  $slidev: UnwrapNestedRefs<{ nav: SlidevNav, configs: SlidevConfig, themeConfigs: ComputedRef<SlidevConfig['themeConfig']> }>
  $nav: Ref<UnwrapNestedRefs<SlidevNav>>
  $clicksContext: ClicksContext
  $clicks: Ref<number>
  $page: Ref<number>
  $route: SlideRoute | undefined
  $renderContext: Ref<RenderContext>
  $frontmatter: Record<string, any>
  $scale: Ref<number>
  $zoom: Ref<number>
}

export function useNav(): SlidevNav & SlidevNavState
export function useSlideContext(): SlideContext
export function useIsSlideActive(): ComputedRef<boolean>
export function onSlideEnter(callback: (to: number, from: number | undefined) => void): void
export function onSlideLeave(callback: (to: number, from: number | undefined) => void): void

export const sharedState: SharedState
export function addSyncMethod(sync: Sync): void
export function disableBuiltinSync(): void

/** As in the headmatter, with what only this deck knows */
export const configs: SlidevConfig & { pace?: number, lang?: string }
export const slideAspect: ComputedRef<number>
export const slideWidth: ComputedRef<number>
export const slideHeight: ComputedRef<number>

declare module 'vue' {
  // what Slidev injects into every template
  interface ComponentCustomProperties extends ShallowUnwrapRef<SlideContext> {}
  interface GlobalComponents {
    Link: DefineComponent<{ to: string | number, title?: string }>
  }
  interface GlobalDirectives {
    vClick: Directive<HTMLElement, number | string | [number, number] | false | undefined>
  }
}
