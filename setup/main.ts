import { defineAppSetup } from '@slidev/types'
import { readyToShow } from '../composables/first-slide'
import { keep } from '../composables/keep'
import { writeAfterFrame } from '../composables/late-history'
import { mendControls } from '../composables/slidev-controls'
import { speakChinese } from '../composables/slidev-words'

/** Slidev's presenter view gives its notes 360 × 280 px at first; notes in large print need more. */
function widenNotes() {
  const [width, height] = [window.innerWidth / 3, window.innerHeight * 0.6]
  localStorage.getItem('slidev-presenter-notes-width') ?? keep('slidev-presenter-notes-width', String(Math.round(width)))
  localStorage.getItem('slidev-presenter-notes-row-size') ?? keep('slidev-presenter-notes-row-size', String(Math.round(height)))
}

export default defineAppSetup(async ({ router }) => {
  speakChinese(document.documentElement)
  mendControls(document.documentElement)
  router.beforeEach(({ name }) => {
    if (name === 'presenter')
      widenNotes()
  })
  await readyToShow(router)
  writeAfterFrame(router.options.history)
})
