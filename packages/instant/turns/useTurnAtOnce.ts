import type { NavOperations } from '@slidev/types'
import type { Move } from 'slidev-addon-podium/keys/keys'
import type { Mover } from 'slidev-addon-podium/keys/mover'
import type { Place } from 'slidev-addon-podium/windows/deck-state'
import { useNav } from '@slidev/client'
import { afterFrame } from 'slidev-addon-podium/after-frame'
import { destination } from 'slidev-addon-podium/keys/mover'
import { samePlace } from 'slidev-addon-podium/windows/deck-state'
import { fadeTo, slideOnStage } from './fade'

type Act = () => unknown

/**
 * Lets a key show its outcome before the move is made: the slide that stands ready, or the step of its reveals, by the
 * very attributes that Vue will give them. What follows the slide's number (the address, notes, other windows) takes
 * several times as long, and comes when that frame has been drawn. Keys act in their order, however fast they are pressed.
 *
 * In dev, where Vue animates the slides, keys act as Slidev has them; slides of a deck with other transitions than a fade
 * turn as Slidev turns them.
 *
 * @param nav Slidev's moves, as `defineShortcutsSetup` has them
 * @returns `move`, which moves, and `inOrder`, which makes of any other act one that waits for the moves before it
 */
export function useTurnAtOnce(nav: NavOperations): Mover {
  const { clicks, currentRoute, currentSlideNo, getPrimaryClicks, slides } = useNav()
  const here = (): Place => ({ page: currentSlideNo.value, clicks: clicks.value })
  let last = Promise.resolve<unknown>(undefined)
  let waiting = 0

  function outcomeOf(move: Move): Place {
    const { page, clicks } = here()
    const [before, current] = [slides.value[page - 2], slides.value[page - 1]].map(slide => slide && getPrimaryClicks(slide))
    switch (move) {
      case 'next': return clicks < current.total ? { page, clicks: clicks + 1 } : { page: page + 1, clicks: 0 }
      case 'prev': return clicks > current.clicksStart ? { page, clicks: clicks - 1 } : { page: page - 1, clicks: before?.total ?? 0 }
      case 'nextSlide': return { page: page + 1, clicks: 0 }
      case 'prevSlide': return { page: page - 1, clicks: 0 }
      default: return { page: move === 'goFirst' ? 1 : slides.value.length, clicks: 0 }
    }
  }

  async function atOnce(move: Move) {
    const from = here()
    const to = outcomeOf(move)
    // under the script nobody sees the slides
    if (waiting === 0 && ('script' in currentRoute.value.query ? slides.value[to.page - 1] : show(from, to))) {
      destination.value = to
      await afterFrame()
    }
    await nav[move]()
    await nextTask() // for a step on the same slide Slidev changes the address after the move
    destination.value = undefined
    if (!samePlace(here(), to)) // another window was faster
      show(to, here())
  }

  async function queue(act: Act) {
    waiting++
    await last.catch(() => {})
    waiting--
    return act()
  }

  const inOrder = (act: Act) => import.meta.env.DEV ? act : () => last = queue(act)
  return {
    move: (move: Move) => inOrder(import.meta.env.DEV ? nav[move] : () => atOnce(move))(),
    inOrder,
  }
}

/** @returns whether it could be shown: its slide is mounted, and as many clicks on as it will be */
function show(from: Place, to: Place): boolean {
  const slide = slideOnStage(to.page)
  if (!slide)
    return false
  if (from.page !== to.page) {
    // from earlier slides it was left at its first step, from later ones at its last
    if (from.page > to.page && to.clicks === 0 && slide.querySelector('.slidev-vclick-target'))
      return false
    fadeTo(slide)
    return true
  }
  const step = Math.max(from.clicks, to.clicks)
  for (const element of slide.querySelectorAll(`.slidev-vclick-target[data-slidev-clicks-start="${step}"]`))
    element.classList.toggle('slidev-vclick-hidden', to.clicks < step)
  return true
}

/** After all that this task has set off; a timer would be slow in a window that is out of sight */
function nextTask(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = resolve
    port2.postMessage(undefined)
  })
}
