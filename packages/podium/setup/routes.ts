import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { configs } from '@slidev/client'
import { defineRoutesSetup } from '@slidev/types'
import { useTitle } from '@vueuse/core'
import { h } from 'vue'
import { words } from '../languages/words'

/**
 * `/script` is the speech in large print. It is a layer over the presenter view, which mounts the slides
 * (and so knows their clicks), takes the keys and keeps step with the other windows.
 */
const script: RouteRecordRaw = { path: '/script', redirect: ({ query }) => ({ path: '/presenter/1', query: { ...query, script: null } }) }

/** The operator's page before the meeting. */
const check: RouteRecordRaw = { name: 'check', path: '/check', component: () => import('../preflight/Preflight.vue') }

/** Slidev's views without a heading, and one for each */
const HEADINGS: Record<string, string> = { 'entry': words.views.entry, 'notes': words.script.note, 'notes-edit': words.views.notesEdit }

/** Views that have a main part themselves */
const WITH_MAIN = ['overview', 'handout', 'check']

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

export default defineRoutesSetup(routes => [...routes, script, check].map(withLandmark))
