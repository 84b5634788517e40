import type { DeckState, Place, Screen, Side } from './deck-state'
import { addSyncMethod, configs, disableBuiltinSync, sharedState, useNav } from '@slidev/client'
import { useEventListener } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { joinCopies } from './copies'
import { openDeckChannel } from './deck-channel'
import { firstState, isNewer, movedTo, samePlace, withFrozen, withScreen } from './deck-state'
import { keep } from './keep'

/** What a window tells of itself */
export interface DeckWindow {
  /** The moment it opened: also what tells it from the others */
  id: number
  /** Slidev's or our name of its route: play, presenter, check … */
  route: string
  /** Where it stands; nothing if it shows no slide */
  place?: Place
  /** Its own size and its screen's, in pixels of the screen */
  size: Record<'width' | 'height' | 'screenWidth' | 'screenHeight', number>
  /** The browser's zoom; 1 is as it should be */
  zoom: number
  /** The system's scale of its screen; whole numbers are sharp */
  scale: number
  /** Corner of its screen: tells screens apart */
  screenAt: string
}

type Shared = Record<string, Record<string, unknown>>

type Message
  /** A window opened, or calls the roll */
  = | { kind: 'hello', from: number }
  /** The answer to it, with all that a newcomer needs */
    | { kind: 'here', window: DeckWindow, state: DeckState | undefined, shared: Shared }
    | { kind: 'state', state: DeckState }
    | { kind: 'shared', shared: Shared }

/** Routes that show the current slide, and for whom */
const SIDE_OF_ROUTE: Record<string, Side | undefined> = { play: 'audience', presenter: 'speaker' }
/** What of Slidev's shared state the windows' places decide: not to be taken from others */
const OWN_PLACE = ['page', 'clicks', 'lastUpdate']
/** Within one browser an answer takes milliseconds; a phone may need longer. */
const ROLL_CALL_MS = 500

/** Unique even of two windows that open at once */
const me = performance.timeOrigin + Math.random()
const state = shallowRef<DeckState>()
/** Whether the windows can hear each other */
const connected = shallowRef(false)
const present = new Map<number, DeckWindow>()

let say: ((message: Message) => void) | undefined
let answers: (() => DeckWindow) | undefined
let askCopies: () => Promise<string[]> = async () => []

function change(next: DeckState) {
  state.value = next
  say?.({ kind: 'state', state: next })
}

/**
 * The place, screen and freeze that all windows of this deck share, and what changes them.
 * Any view may use it, whether it shows a slide or not; `setup/root.ts` starts it.
 */
export function useDeckSync() {
  const { currentRoute } = useNav()
  /** Views without a slide, such as a script, are the speaker's. */
  const side = computed<Side>(() => SIDE_OF_ROUTE[String(currentRoute.value.name)] ?? 'speaker')
  const current = computed(() => state.value ?? firstState({ page: 1, clicks: 0 }, me))

  return {
    connected,
    side,
    /** Where this window's side stands */
    place: computed(() => current.value[side.value]),
    screen: computed(() => current.value.screen),
    frozen: computed(() => current.value.frozen),
    moveTo: (place: Place) => change(movedTo(current.value, place, side.value, me)),
    /** Blacks or whitens the audience's screen; again brings the picture back */
    toggleScreen: (screen: Screen) => change(withScreen(current.value, current.value.screen === screen ? 'slide' : screen, me)),
    /** Lets the speaker look ahead. Not for the audience's windows: there the key would have no visible effect. */
    toggleFrozen: () => change(withFrozen(current.value, !current.value.frozen, me)),
    callRoll,
    /** Addresses of other copies of decks that are open in this browser */
    otherCopies: () => askCopies(),
  }
}

/** Asks all windows of this deck, this one too, for what they show. */
async function callRoll(): Promise<DeckWindow[]> {
  present.clear()
  say?.({ kind: 'hello', from: me })
  await new Promise(resolve => setTimeout(resolve, ROLL_CALL_MS))
  if (answers)
    present.set(me, answers())
  return [...present.values()]
}

/**
 * Keeps this window with the others. Call once, in the root component.
 *
 * Slidev's own sync of places is switched off: it lets nobody but the presenter steer from a host other than localhost,
 * tells newcomers nothing, drops what arrives in the same tick as a move, and would move a frozen audience.
 * What else Slidev shares (timer, pointer) goes over the same line, through `addSyncMethod`.
 */
export function startDeckSync() {
  const nav = useNav()
  const { clicksTotal, currentRoute, currentSlideNo, go, isEmbedded, isPrintMode, queryClicks, router } = nav
  disableBuiltinSync()
  Object.assign(sharedState, { $paused: true }) // the same for its dev server
  if (isPrintMode.value || isEmbedded.value)
    return
  const { place: target, moveTo } = useDeckSync()

  const routeName = () => String(currentRoute.value.name)
  const showsSlide = () => routeName() in SIDE_OF_ROUTE
  /** By the address, which changes at once; Slidev's own count of clicks lags until the slide is mounted */
  const here = (): Place => ({ page: currentSlideNo.value, clicks: queryClicks.value })

  const shared: Shared = {}
  const takers = new Map<string, (values: Record<string, unknown>) => void>()
  let welcomed = false

  function hear(message: Message) {
    switch (message.kind) {
      case 'hello':
        if (message.from === me)
          break
        welcomed = true // who is asked has nothing to learn from the others' answers
        say?.({ kind: 'here', window: describeWindow(), state: state.value, shared })
        break
      case 'here':
        present.set(message.window.id, message.window)
        if (!welcomed)
          takeShared(message.shared)
        welcomed = true
        if (message.state)
          hearState(message.state)
        break
      case 'state':
        hearState(message.state)
        break
      case 'shared':
        takeShared(message.shared)
    }
  }

  function hearState(theirs: DeckState) {
    const ours = state.value
    if (!ours || isNewer(theirs, ours)) {
      state.value = theirs
      void follow()
    }
    // they missed something: without an answer they would stay behind until the next move
    else if (isNewer(ours, theirs)) {
      say?.({ kind: 'state', state: ours })
    }
  }

  function takeShared(values: Shared) {
    for (const [key, value] of Object.entries(values))
      takers.get(key)?.(value)
  }

  function describeWindow(): DeckWindow {
    const zoom = zoomOf(outerWidth / innerWidth)
    const { availLeft = 0, availTop = 0 } = screen
    const pixels = (length: number) => Math.round(length * devicePixelRatio)
    return {
      id: me,
      route: routeName(),
      place: showsSlide() ? here() : undefined,
      zoom,
      scale: Math.round(devicePixelRatio / zoom * 100) / 100,
      screenAt: `${availLeft},${availTop}`,
      size: { width: pixels(innerWidth), height: pixels(innerHeight), screenWidth: pixels(screen.width), screenHeight: pixels(screen.height) },
    }
  }

  /** Where this window is being brought; its arrival there is no move of its own. */
  let bound: Place | undefined

  /** Brings this window to where its side stands. */
  async function follow() {
    mirror()
    if (bound)
      return
    try {
      while (showsSlide() && !samePlace(here(), target.value)) {
        bound = target.value
        void go(currentSlideNo.value, queryClicks.value) // to where it is already: only so does Slidev fade to the next slide
        const { page, clicks } = bound
        const failure = await router.replace({ params: { no: String(page) }, query: { ...currentRoute.value.query, clicks: clicks || undefined } })
        if (failure)
          await new Promise(resolve => setTimeout(resolve)) // a key was pressed meanwhile: its move goes first
      }
    }
    finally {
      bound = undefined
    }
  }

  /** Slidev compares its shared state with the window's place whenever anything shared changes, and moves if they differ. */
  function mirror() {
    Object.assign(sharedState, showsSlide() ? here() : target.value)
  }

  /** After a view was opened */
  function join() {
    if (showsSlide())
      state.value ??= firstState(here(), me)
    void follow()
  }

  function moved() {
    const place = here()
    if (showsSlide() && !samePlace(place, target.value) && !(bound && samePlace(place, bound)))
      moveTo(place)
    mirror()
  }

  const { base } = router.options.history
  const address = base.includes('#') ? location.pathname.replace(/index\.html$/, '') : base
  say = openDeckChannel(`${configs.title} ${address}`, hear)
  connected.value = say !== undefined
  answers = describeWindow
  askCopies = joinCopies(decodeURI(location.origin === 'null' || location.protocol === 'file:' ? address : location.origin + address))
  if (!say) // Slidev opens its own channel even when told not to use it
    globalThis.BroadcastChannel = class { addEventListener() {} } as unknown as typeof BroadcastChannel

  addSyncMethod({
    init(key, onUpdate, initial, persist) {
      const stored = persist && localStorage.getItem(`${address} ${key}`)
      takers.set(key, onUpdate)
      shared[key] = withoutPlace(initial)
      if (stored)
        onUpdate(JSON.parse(stored))
      return (values, updating) => {
        const before = shared[key]
        shared[key] = withoutPlace(values)
        if (JSON.stringify(before) === JSON.stringify(shared[key]))
          return
        if (persist)
          keep(`${address} ${key}`, JSON.stringify(shared[key]))
        if (!updating)
          say?.({ kind: 'shared', shared: { [key]: shared[key] } })
      }
    },
  })

  // views without a slide can't count its clicks; Slidev itself does so before the slide is mounted
  watch(clicksTotal, (total) => {
    if (showsSlide())
      sharedState.clicksTotal = total
  })

  router.afterEach((to, from, failure) => {
    if (!failure)
      to.name === from.name ? moved() : join()
  })
  void router.isReady().then(join)

  say?.({ kind: 'hello', from: me })
  // a computer or phone that slept may have missed moves
  useEventListener(document, 'visibilitychange', () => !document.hidden && say?.({ kind: 'hello', from: me }))
}

/** A window's outer size by its inner one, without the frame's few pixels: 1, unless it is clearly another */
export function zoomOf(ratio: number): number {
  return Math.abs(ratio - 1) < 0.045 ? 1 : Math.round(ratio * 20) / 20
}

/** A plain copy, as channels take it. `null` stands for what is not there, which JSON would leave out. */
function withoutPlace(values: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(
    Object.fromEntries(Object.entries(values).filter(([key]) => !OWN_PLACE.includes(key))),
    (_, value) => value ?? null,
  ))
}
