import type { SlideInfo } from '@slidev/types'
import { defineAppSetup } from '@slidev/types'
import { slides } from '#slidev/slides'

/**
 * A window that is opened at an address that names no slide, such as `/nowhere` or `/presenter/999`, shows the first one:
 * Slidev would show the last. In an open window a number may be that of a slide that was just deleted, which is Slidev's to
 * leave.
 */
export default defineAppSetup(({ router }) => {
  if (import.meta.env.VITE_EDITABLE_PPTX)
    void import('../pptx/keep-lines').then(({ keepLinesInPrint }) => keepLinesInPrint())
  const names = (no: string) => slides.value.some(slide => slide.no === Number(no) || (slide.meta.slide as SlideInfo).frontmatter.routeAlias === no)
  router.beforeEach(({ name, params, query }, from) => {
    const no = params.no && String(params.no)
    if (no ? names(no) || (from.name && Number(no) > 0) : name !== 'NotFound')
      return
    return { name: no ? name : 'play', params: { no: '1' }, query: { ...query, clicks: undefined }, replace: true }
  })
})
