import { slideHeight, slideWidth, useNav } from '@slidev/client'
import { useStyleTag } from '@vueuse/core'
import { computed } from 'vue'

/** A slide's box at its own size, whatever the window has made of it */
const WHOLE_SLIDE = `
  .slidev-slide-container { width: var(--printed-width) !important; height: var(--printed-height) !important }
  .slidev-slide-content { top: 0 !important; left: 0 !important; transform: none !important }`

/** The pages that Slidev keeps as high as the window, as long as what they hold */
const UNROLLED = 'html, body, #app, #app > *, #app main { display: block !important; height: auto !important; overflow: visible !important }'

const STYLES: Record<string, string> = {
  // the slide on show, without the controls
  play: `
    html, body { height: auto !important; overflow: visible !important }
    #app, #page-root, #slide-container { display: block !important; position: static !important; height: auto !important; overflow: visible !important }
    #slide-container > :not(#slide-content), body > :not(#app) { display: none !important }
    #slide-content { position: relative !important }
    ${WHOLE_SLIDE}`,
  // each slide on a page, without its note and the numbers beside it
  overview: `
    ${UNROLLED}
    #app nav, body > :not(#app) { display: none !important }
    .overview-slide-block { position: relative; display: block !important; width: var(--printed-width); height: var(--printed-height); padding: 0 !important; border: 0 !important; break-inside: avoid; break-after: page }
    .overview-slide-block:last-child { break-after: auto }
    .overview-slide-block > * { visibility: hidden }
    .overview-slide-block .slidev-slide-container { position: absolute !important; inset: 0; visibility: visible }
    ${WHOLE_SLIDE}`,
  // PrintedSpeech instead
  presenter: `
    html, body { height: auto !important; overflow: visible !important }
    body > :not(.printed-speech) { display: none !important }`,
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
        ${STYLES[view]}
      }`
  }))
}
