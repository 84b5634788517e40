/** What the Window Management API tells of a screen; TypeScript doesn't know it. Lengths in px */
interface ScreenDetailed extends Screen {
  availLeft: number
  availTop: number
  /** Built into the computer, as a laptop's own */
  isInternal: boolean
  /** Its name, the same when it comes back */
  label: string
}
interface ScreenDetails extends EventTarget { screens: ScreenDetailed[], currentScreen: ScreenDetailed, onscreenschange: (() => void) | null }

declare global {
  interface Window {
    /** Chromium 100; asks the viewer for leave */
    getScreenDetails?: () => Promise<ScreenDetails>
  }
  interface Screen {
    /** Whether there is more than one; Chromium 100 */
    isExtended?: boolean
    /** Its corner among all screens; every browser has it, no standard */
    availLeft?: number
    availTop?: number
  }
  interface FullscreenOptions { screen?: ScreenDetailed }
}

/** Name of the screen that this window was put on, kept over a reload; a window that it opens later must not have it. */
const PROJECTOR = 'podium:projector'

/** How it went: the browser knows nothing of screens, was not given leave, sees one only, or opens no second window */
export type Outcome = 'shown' | 'unknown' | 'refused' | 'one-screen' | 'blocked'

/** The screen for the audience: not the one that this window is on, and rather not a built-in one */
export function projectorOf<S extends { isInternal: boolean }>({ screens, currentScreen }: { screens: S[], currentScreen: S }): S | undefined {
  const others = screens.filter(screen => screen !== currentScreen)
  return others.find(({ isInternal }) => !isInternal) ?? others[0]
}

/**
 * Puts this window on the projector, in full screen, and opens the speaker's on the screen where it was: one press of a
 * button may fill a screen and open a window, but not fill a screen with a window that it opens. It stays there, also after
 * the projector's cable was pulled and put back. Call in answer to a press.
 *
 * @param presenter address of the presenter view
 */
export async function moveToProjector(presenter: string): Promise<Outcome> {
  if (!window.getScreenDetails)
    return 'unknown'
  const details = await window.getScreenDetails().catch(() => undefined)
  if (!details)
    return 'refused'
  const projector = projectorOf(details)
  if (!projector)
    return 'one-screen'
  const { availLeft, availTop, availWidth, availHeight } = details.currentScreen
  if (!await fill(projector))
    return 'refused'
  if (open(presenter, '_blank', `popup,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`)) {
    sessionStorage.setItem(PROJECTOR, projector.label)
    followProjector(details)
    return 'shown'
  }
  await leaveFullScreen()
  return 'blocked'
}

/** What the next key or press in this window does, besides what it does to the slides */
let atPress: (() => Promise<void>) | undefined

/**
 * After a reload, which takes a window out of full screen: the window that was on the projector fills it again with the
 * first key or press, without which no browser fills a screen. Call once, when the app starts: the deck's own keys, which
 * keep what they know from all who listen later, must not listen yet.
 */
export function keepOnProjector() {
  for (const event of ['keydown', 'pointerdown']) {
    window.addEventListener(event, () => {
      const act = atPress
      atPress = undefined
      void act?.()
    }, true)
  }
  if (sessionStorage.getItem(PROJECTOR) === null)
    return
  fillAtPress(async () => {
    const details = await window.getScreenDetails?.().catch(() => undefined)
    if (details)
      followProjector(details)
    return details
  })
}

/**
 * A pulled cable leaves the audience's window on the laptop, over the presenter's: it leaves full screen there. When the
 * projector is back, it fills it, at once where the browser lets it (Window Management API, “screenschange”), else with the next press.
 */
function followProjector(details: ScreenDetails) {
  details.onscreenschange = async () => {
    if (details.screens.length < 2)
      await leaveFullScreen()
    else if (!await fill(projectorAgain(details)))
      fillAtPress(async () => details)
  }
}

/** With the next key or press in this window */
function fillAtPress(screens: () => Promise<ScreenDetails | undefined>) {
  atPress = async () => {
    const details = await screens()
    if (details)
      await fill(projectorAgain(details))
  }
}

/** The screen of that name; where screens have none, a reload leaves the window on it, and a pulled cable on the laptop's own */
function projectorAgain(details: ScreenDetails): ScreenDetailed | undefined {
  const { screens, currentScreen } = details
  return screens.find(({ label }) => label && label === sessionStorage.getItem(PROJECTOR)) ?? (currentScreen.isInternal ? projectorOf(details) : currentScreen)
}

/** @returns whether the browser let it */
async function fill(screen: ScreenDetailed | undefined): Promise<boolean> {
  return document.documentElement.requestFullscreen({ screen, navigationUI: 'hide' }).then(() => true, () => false)
}

async function leaveFullScreen() {
  // eslint-disable-next-line compat/compat -- a browser that knows of screens has it
  await document.exitFullscreen().catch(() => {})
}
