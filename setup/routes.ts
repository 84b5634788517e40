import { defineRoutesSetup } from '@slidev/types'

/** `/check` is for the operator before the meeting; `/components`, in dev only, shows each component in each state to people who want to copy them. */
export default defineRoutesSetup(routes => [
  ...routes,
  { name: 'check', path: '/check', component: () => import('../views/Preflight.vue') },
  ...import.meta.env.DEV
    ? [{ name: 'components', path: '/components', component: () => import('../views/ComponentGallery.vue') }]
    : [],
])
