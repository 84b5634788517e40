import type { SlideInfo } from '@slidev/types'
import { defineAppSetup } from '@slidev/types'
import { slides } from '#slidev/slides'
import { passOverRefusals } from '../browsers/refusals'
import { keep } from '../windows/keep'

/**
 * Slidev's presenter view gives its notes 360 × 280 px at first; notes in large print need more. The screen decides, not the
 * window, which may be small at first.
 */
function widenNotes() {
  const [width, height] = [screen.availWidth / 3, screen.availHeight * 0.6]
  localStorage.getItem('slidev-presenter-notes-width') ?? keep('slidev-presenter-notes-width', String(Math.round(width)))
  localStorage.getItem('slidev-presenter-notes-row-size') ?? keep('slidev-presenter-notes-row-size', String(Math.round(height)))
}

/** Whether an address that says this shows one of the slides */
function names(no: string): boolean {
  return slides.value.some(slide => slide.no === Number(no) || (slide.meta.slide as SlideInfo).frontmatter.routeAlias === no)
}

export default defineAppSetup(({ router }) => {
  passOverRefusals()
  // A window that is opened at an address that names no slide, such as `/chekc` or `/presenter/999`, says so: Slidev would
  // show some other slide. In an open window a number may be that of a slide that was just deleted, which is Slidev's to leave.
  router.beforeEach(({ params, path, query }, from) => {
    const no = params.no && String(params.no)
    if (!no || names(no) || (from.name && Number(no) > 0))
      return
    return { name: 'NotFound', params: { pathMatch: path.split('/').slice(1) }, query, replace: true }
  })
  router.beforeEach(({ name }) => {
    if (name === 'presenter')
      widenNotes()
  })
})
