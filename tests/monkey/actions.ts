import type { Random } from './random'
import { pick, seeded } from './random'

type Deed
  = | { does: 'press', key: string }
    | { does: 'move' | 'click' | 'click right' | 'tap', x: number, y: number }
    | { does: 'swipe', x: number, y: number, dx: number, dy: number }
    | { does: 'wheel', dy: number }
    | { does: 'resize', width: number, height: number }
    | { does: 'zoom', factor: number }
    | { does: 'open', path: string }
    | { does: 'wait', ms: number }
    | { does: 'reduce motion' | 'force colours' | 'hide', yes: boolean }
    | { does: 'reload' | 'go back' | 'go forward' | 'close' | 'leave full screen' | 'sleep' | 'print' | 'stop server' | 'start server' }

/**
 * One thing that the operator does. It makes sense in any state of the deck, so that any part of a list of actions is a
 * list that can be played: `at`, from 0 to 1, is its window among those that are open then; `x` and `y` are shares of that window.
 */
export type Action = Deed & { at: number }

/** Slidev's keys and ours, those of a clicker more often */
const KEYS = [
  ...['PageDown', 'PageDown', 'PageDown', 'PageUp', 'PageUp', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Space', 'Shift+Space', 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Home', 'End'],
  ...['b', '.', 'w', ',', 'z', 'F5', 'Shift+F5', 'Escape'],
  ...['f', 'o', 'g', 'd', '?', '`', 'Enter', 'Tab', 'Shift+Tab', '1', '3', '9'],
  ...['+', '-', 'r', 'j', 'k'],
  ...['a', 'Control+b', 'Alt+w'],
]

/** On slides that the shortest deck here has, too: of any other address the deck says that there is none */
const PATHS = ['/1', '/12', '/9?clicks=1', '/presenter/1', '/presenter/10', '/script', '/check', '/overview', '/notes']
const SIZES = [[960, 540], [960, 540], [1280, 720], [1920, 1080], [1024, 768], [390, 844], [844, 390], [640, 360]]
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]

const share = (random: Random) => Math.round(random() * 100) / 100
const place = (random: Random) => ({ x: share(random), y: share(random) })
const coin = (random: Random) => random() < 0.5

/** What the operator may do, and how often in a thousand actions */
const DEEDS: [often: number, deed: (random: Random) => Deed][] = [
  [480, random => ({ does: 'press', key: pick(random, KEYS) })],
  [100, random => ({ does: 'wait', ms: pick(random, [5, 20, 50, 100, 300]) })],
  [70, random => ({ does: 'click', ...place(random) })],
  [40, random => ({ does: 'move', ...place(random) })],
  [10, random => ({ does: 'click right', ...place(random) })],
  [30, random => ({ does: 'wheel', dy: pick(random, [-600, -120, 120, 600]) })],
  [20, random => ({ does: 'tap', ...place(random) })],
  [35, random => ({ does: 'swipe', ...place(random), dx: pick(random, [-0.5, 0, 0.5]), dy: pick(random, [-0.5, 0, 0.5]) })],
  [25, random => ({ does: 'resize', ...(([width, height]) => ({ width, height }))(pick(random, SIZES)) })],
  [20, random => ({ does: 'zoom', factor: pick(random, ZOOMS) })],
  [35, random => ({ does: 'open', path: pick(random, PATHS) })],
  [25, () => ({ does: 'close' })],
  [25, () => ({ does: 'reload' })],
  [15, () => ({ does: 'go back' })],
  [10, () => ({ does: 'go forward' })],
  [15, random => ({ does: 'hide', yes: coin(random) })],
  [10, random => ({ does: 'reduce motion', yes: coin(random) })],
  [5, random => ({ does: 'force colours', yes: coin(random) })],
  [10, () => ({ does: 'leave full screen' })],
  [5, () => ({ does: 'sleep' })],
  [8, () => ({ does: 'print' })],
  [3, () => ({ does: 'stop server' })],
  [4, () => ({ does: 'start server' })],
]
const total = DEEDS.reduce((sum, [often]) => sum + often, 0)

/** What the operator of this number does, the same in every run */
export function randomActions(seed: number, count: number): Action[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => ({ at: share(random), ...randomDeed(random) }))
}

function randomDeed(random: Random): Deed {
  let lot = random() * total
  const [, deed] = DEEDS.find(([often]) => (lot -= often) < 0)!
  return deed(random)
}

/** As people read it: press End (window 0.37) */
export function describe({ at, does, ...details }: Action): string {
  return `${[does, ...Object.values(details)].join(' ')} (window ${at})`
}
