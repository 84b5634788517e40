/** What the Window Management API tells of a screen; TypeScript doesn't know it. Lengths in px */
interface ScreenDetailed extends Screen {
  availLeft: number
  availTop: number
  /** Built into the computer, as a laptop's own */
  isInternal: boolean
}
interface ScreenDetails { screens: ScreenDetailed[], currentScreen: ScreenDetailed }

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

/** How it went: the browser knows nothing of screens, was not given leave, sees one only, or opens no second window */
export type Outcome = 'shown' | 'unknown' | 'refused' | 'one-screen' | 'blocked'

/** The screen for the audience: not the one that this window is on, and rather not a built-in one */
export function projectorOf<S extends { isInternal: boolean }>({ screens, currentScreen }: { screens: S[], currentScreen: S }): S | undefined {
  const others = screens.filter(screen => screen !== currentScreen)
  return others.find(({ isInternal }) => !isInternal) ?? others[0]
}

/**
 * Puts this window on the projector, in full screen, and opens the speaker's on the screen where it was: one press of a
 * button may fill a screen and open a window, but not fill a screen with a window that it opens. Call in answer to a press.
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
  const filled = await document.documentElement.requestFullscreen({ screen: projector, navigationUI: 'hide' }).then(() => true, () => false)
  if (!filled)
    return 'refused'
  if (open(presenter, '_blank', `popup,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`))
    return 'shown'
  // eslint-disable-next-line compat/compat -- a browser that knows of screens has it
  await document.exitFullscreen().catch(() => {})
  return 'blocked'
}
