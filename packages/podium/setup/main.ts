import { defineAppSetup } from '@slidev/types'
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

export default defineAppSetup(({ router }) => {
  passOverRefusals()
  router.beforeEach(({ name }) => {
    if (name === 'presenter')
      widenNotes()
  })
})
