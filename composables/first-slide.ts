import type { Router } from 'vue-router'
import { loadNotes } from 'virtual:deck-notes'
import { slides } from '#slidev/slides'
import { faces } from '../fonts/faces'
import { whenIdle } from './when-idle'

/**
 * Resolves when the app can draw what its address asks for. Mounted then, it takes the place of the first slide that
 * index.html shows from the start (plugins/first-slide) within one frame.
 */
export async function readyToShow(router: Router) {
  await router.isReady().catch(() => {}) // an error that Slidev's own page has to show
  const { name, params } = router.currentRoute.value
  if (name === 'play') {
    await slides.value[Number(params.no) - 1]?.load()
    void whenIdle().then(loadNotes)
  }
  else {
    await loadNotes()
  }
  if (document.documentElement.classList.contains('elsewhere')) { // what it hides must not show when it goes
    document.querySelector('.first-slide')?.remove()
    dropEarlyStyle()
  }
  void whenIdle().then(loadFaces).then(dropEarlyStyle)
}

/** All faces before anyone turns to a slide that needs them; one that is missing is told of at /check. */
function loadFaces() {
  return Promise.allSettled(faces.map(({ family, weight }) => document.fonts.load(`${weight} 1em "${family}"`, '国0')))
}

/** The style of the page before the app was there; its rules and glyphs are the app's own by now. */
function dropEarlyStyle() {
  document.getElementById('first-slide')?.remove()
}
