import type { Router } from 'vue-router'
import { whenIdle } from 'slidev-addon-podium/when-idle'
import { loadNotes } from 'virtual:slidev-speech/notes'
import { slides } from '#slidev/slides'

/**
 * Resolves when the app can draw what its address asks for. Mounted then, it takes the place of the first slide that
 * index.html shows from the start (first-slide/index.ts) within one frame.
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
  return Promise.allSettled([...document.fonts].map(face => face.load()))
}

/** The style of the page before the app was there; its rules and glyphs are the app's own by now. */
function dropEarlyStyle() {
  document.getElementById('first-slide')?.remove()
}
