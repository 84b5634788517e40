import type { RouteRecordRaw } from 'vue-router'
import { defineRoutesSetup } from '@slidev/types'

/**
 * `/script` is the speech in large print. It is a layer over the presenter view, which mounts the slides
 * (and so knows their clicks), takes the keys and keeps step with the other windows.
 */
const script: RouteRecordRaw = { path: '/script', redirect: ({ query }) => ({ path: '/presenter/1', query: { ...query, script: null } }) }

/** What `npm run export` prints: Slidev's page of all slides, which a build has only for its own download, and the handout. */
const paper: RouteRecordRaw[] = [
  { path: '/print', component: () => import('@slidev/client/pages/print.vue') },
  { path: '/handout', component: () => import('../views/Handout.vue') },
]

/** The operator's page before the meeting. */
const check: RouteRecordRaw = { name: 'check', path: '/check', component: () => import('../views/Preflight.vue') }

/** `/components` shows each component in each state, for people who want to copy them; in dev only. */
const gallery: RouteRecordRaw = { name: 'components', path: '/components', component: () => import('../views/ComponentGallery.vue') }

export default defineRoutesSetup(routes => [...routes, script, check, ...paper, ...import.meta.env.DEV ? [gallery] : []])
