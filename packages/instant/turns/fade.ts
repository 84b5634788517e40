/** From slide to slide, as `transition: fade` in slides.md asks for it, and as long as `--slidev-transition-duration` */
const FADE: KeyframeAnimationOptions = { duration: 320, easing: 'ease', fill: 'both' }

let shown: HTMLElement | undefined
let endFade: (() => void) | undefined

/** All slides that are mounted on a stage with fades */
export function slidesOnStage(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#slideshow.fades > [data-slidev-no]')]
}

/** One of them by its number */
export function slideOnStage(page: number): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`#slideshow.fades > [data-slidev-no="${page}"]`) ?? undefined
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
  slide.style.display = ''
  if (!last)
    return
  last.style.display = 'none'
  if (matchMedia('(prefers-reduced-motion: reduce)').matches)
    return

  last.dataset.leaving = '' // seen until then, see styles/index.css
  const enters = last.compareDocumentPosition(slide) & Node.DOCUMENT_POSITION_FOLLOWING
  const animation = enters ? slide.animate({ opacity: [0, 1] }, FADE) : last.animate({ opacity: [1, 0] }, FADE)
  endFade = animation.onfinish = () => {
    delete last.dataset.leaving
    animation.cancel()
    endFade = undefined
  }
}

/**
 * Has a slide painted while it waits, on a layer of its own, or no longer. It is not hidden then, as others that wait are,
 * but inert: out of reach of pointer, keyboard and screen reader.
 */
export function paintAhead(slide: HTMLElement, painted: boolean) {
  slide.toggleAttribute('data-painted', painted)
  giveReach(slide)
}

export function isPainted(slide: HTMLElement): boolean {
  return 'painted' in slide.dataset
}

/** After a turn, for every slide: of those that are painted only the one on show is in reach. */
export function giveReach(slide: HTMLElement) {
  slide.inert = isPainted(slide) && slide !== shown
}
