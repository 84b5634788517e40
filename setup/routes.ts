import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { configs } from '@slidev/client'
import { defineRoutesSetup } from '@slidev/types'
import { useTitle } from '@vueuse/core'
import { h } from 'vue'

/**
 * `/script` is the speech in large print. It is a layer over the presenter view, which mounts the slides
 * (and so knows their clicks), takes the keys and keeps step with the other windows.
 */
const script: RouteRecordRaw = { path: '/script', redirect: ({ query }) => ({ path: '/presenter/1', query: { ...query, script: null } }) }

/** What `npm run export` prints: Slidev's page of all slides, which a build has only for its own download, and the handout. */
const paper: RouteRecordRaw[] = [
  { path: '/print', component: () => import('@slidev/client/pages/print.vue') },
  { name: 'handout', path: '/handout', component: () => import('../views/Handout.vue') },
]

/** The operator's page before the meeting. */
const check: RouteRecordRaw = { name: 'check', path: '/check', component: () => import('../views/Preflight.vue') }

/** `/components` shows each component in each state, for people who want to copy them; in dev only. */
const gallery: RouteRecordRaw = { name: 'components', path: '/components', component: () => import('../views/ComponentGallery.vue') }

/** Slidev's views without a heading, and one for each */
const HEADINGS: Record<string, string> = { 'entry': '各个页面', 'notes': '讲稿', 'notes-edit': '修改讲稿' }

/** Views that have a main part themselves */
const WITH_MAIN = ['overview', 'handout', 'check', 'components']

/** Gives a view what a screen reader jumps to: the main part of the page and, where it has none, a heading. */
function withLandmark(route: RouteRecordRaw): RouteRecordRaw {
  const { name, component: load } = route
  if (typeof load !== 'function' || WITH_MAIN.includes(String(name)))
    return route
  const heading = HEADINGS[String(name)]
  return Object.assign(route, {
    component: async () => {
      const { default: view } = await (load as () => Promise<{ default: Component }>)()
      return {
        setup() {
          if (heading)
            useTitle(`${heading} - ${configs.title}`)
          return () => h('main', { style: { display: 'contents' } }, [heading && h('h1', { class: 'sr-only' }, heading), h(view)])
        },
      }
    },
  })
}

export default defineRoutesSetup(routes => [...routes, script, check, ...paper, ...import.meta.env.DEV ? [gallery] : []].map(withLandmark))
