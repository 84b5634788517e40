import type { SlideInfo } from '@slidev/types'
import { defineAppSetup } from '@slidev/types'
import { slides } from '#slidev/slides'

/** An address that names no slide, such as `/nowhere`, shows the first one: Slidev would show the last. */
export default defineAppSetup(({ router }) => {
  if (import.meta.env.VITE_EDITABLE_PPTX)
    void import('../pptx/keep-lines').then(({ keepLinesInPrint }) => keepLinesInPrint())
  const names = (no: string) => Number(no) > 0 || slides.value.some(({ meta }) => (meta.slide as SlideInfo).frontmatter.routeAlias === no)
  router.beforeEach(({ name, params }) => name !== 'play' || names(String(params.no)) || { path: '/1', replace: true })
})
