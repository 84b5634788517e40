/** From slide to slide, as `transition: fade` in slides.md asks for it, and as long as `--slidev-transition-duration` */
const FADE: KeyframeAnimationOptions = { duration: 320, easing: 'ease', fill: 'both' }

let shown: HTMLElement | undefined
let endFade: (() => void) | undefined

/** A slide that is mounted on the stage, by its number */
export function slideOnStage(page: number): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`#slideshow > [data-slidev-no="${page}"]`) ?? undefined
}

/**
 * Shows a slide in place of the one that is on show, by what `v-show` sets: Vue finds it done, or has done it already.
 * The upper one of the two fades, in or out, on the compositor alone: CSS transitions would keep the main thread busy.
 */
export function fadeTo(slide: HTMLElement) {
  if (slide === shown)
    return
  const last = shown?.isConnected ? shown : undefined
  shown = slide
  endFade?.()
  for (const { style } of slide.parentElement!.children as HTMLCollectionOf<HTMLElement>)
    style.display = style === slide.style ? '' : 'none'
  if (!last || matchMedia('(prefers-reduced-motion: reduce)').matches)
    return

  last.dataset.leaving = '' // seen until then, see styles/slidev.css
  const enters = last.compareDocumentPosition(slide) & Node.DOCUMENT_POSITION_FOLLOWING
  const animation = enters ? slide.animate({ opacity: [0, 1] }, FADE) : last.animate({ opacity: [1, 0] }, FADE)
  endFade = animation.onfinish = () => {
    delete last.dataset.leaving
    animation.cancel()
    endFade = undefined
  }
}
