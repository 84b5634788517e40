import { defineRoutesSetup } from '@slidev/types'
import { defineAsyncComponent, h } from 'vue'

const PrintedSlides = defineAsyncComponent(() => import('@slidev/client/pages/print.vue'))

/** A landmark of its own (WCAG 2.2, 1.3.1). The router takes a bare function for a page that is still to be loaded. */
const PrintPage = { render: () => h('main', { style: { display: 'contents' } }, h(PrintedSlides)) }

/** What `npm run export` prints: Slidev's page of all slides, which a build has only for its own download, and the handout. */
export default defineRoutesSetup(routes => [
  ...routes,
  { path: '/print', component: PrintPage },
  { name: 'handout', path: '/handout', component: () => import('../pdf/Handout.vue') },
])
