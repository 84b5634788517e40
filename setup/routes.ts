import { defineRoutesSetup } from '@slidev/types'

/** `/components` shows each component in each state, for people who want to copy them; in dev only. */
export default defineRoutesSetup(routes => import.meta.env.DEV
  ? [...routes, { name: 'components', path: '/components', component: () => import('../views/ComponentGallery.vue') }]
  : routes)
