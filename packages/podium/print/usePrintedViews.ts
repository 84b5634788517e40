import { slideHeight, slideWidth, useNav } from '@slidev/client'
import { useStyleTag } from '@vueuse/core'
import { computed } from 'vue'

/**
 * What the window's size has made of a view, undone: of pages as high as the window, and of slides' boxes. These stay whole:
 * Chromium would move a picture that is taller than its slide to the next page.
 */
const UNROLLED = 'display: block !important; position: static !important; height: auto !important; overflow: visible !important'
const WHOLE = `
  html, body { height: auto !important; overflow: visible !important }
  .slidev-slide-container { width: var(--printed-width) !important; height: var(--printed-height) !important; contain: size }
  .slidev-slide-content { top: 0 !important; left: 0 !important; transform: none !important }`

const STYLES: Record<string, string> = {
  // the slide on show, without the controls
  play: `
    #app, #page-root, #slide-container { ${UNROLLED} }
    #slide-container > :not(#slide-content), body > :not(#app) { display: none !important }
    #slide-content { position: relative !important }`,
  // each slide on a page, without its note and the numbers beside it
  overview: `
    #app, #app > *, #app main { ${UNROLLED} }
    #app nav, body > :not(#app) { display: none !important }
    .overview-slide-block { position: relative; display: block !important; width: var(--printed-width); height: var(--printed-height); padding: 0 !important; border: 0 !important; break-inside: avoid; break-after: page }
    .overview-slide-block:last-child { break-after: auto }
    .overview-slide-block > * { visibility: hidden }
    .overview-slide-block .slidev-slide-container { position: absolute !important; inset: 0; visibility: visible }`,
  // PrintedSpeech instead
  presenter: 'body > :not(.printed-speech) { display: none !important }',
}

/**
 * What Ctrl+P prints: of the slide view the slide on show, of the overview every slide, each whole on a page of its own
 * size; of the presenter view and the script the speech (PrintedSpeech.vue). Pages that are made to be printed keep theirs.
 */
export function usePrintedViews(): void {
  const { currentRoute, isPrintMode } = useNav()

  useStyleTag(computed(() => {
    const view = String(currentRoute.value.name)
    if (isPrintMode.value || !(view in STYLES))
      return ''
    const page = view === 'presenter' ? 'size: A4; margin: 18mm 20mm' : `size: ${slideWidth.value}px ${slideHeight.value}px; margin: 0`
    return `
      @page { ${page} }
      @media print {
        :root { --printed-width: ${slideWidth.value}px; --printed-height: ${slideHeight.value}px }
        ${WHOLE}
        ${STYLES[view]}
      }`
  }))
}
