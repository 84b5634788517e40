import type { BuildInfo } from 'slidev-addon-speech/build-info'
import type { askWakeLock, Browser, Polish } from '../browsers/browser'
import type { Words } from '../languages/en'
import type { DeckWindow } from '../windows/useDeckSync'

/** One line of the list that the operator goes through before the meeting */
export interface Check {
  name: string
  /** What was found */
  found: string
  /** What to do; nothing if all is well */
  todo?: string
}

interface CheckedSlide {
  no: number
  /** Speaker notes as text or HTML */
  note?: string
  draft?: boolean
  /** How much the slide and its note leave to be confirmed; default 0 */
  pending?: number
}

const SPEAKER_VIEWS = ['presenter', 'script']

/** The checks, speaking the language of the deck */
export function checksIn({ preflight: say, views }: Words) {
  return { checkBrowser, checkWakeLock, checkZoom, checkFonts, checkWindows, checkScreens, checkNotes, checkDrafts, checkRequests, checkBuild }

  /** The browser, and what of mere polish it lacks */
  function checkBrowser(browser: Browser | undefined, missing: Polish[]): Check {
    const lacks = missing.length ? say.browserLacks(say.list(missing.map(feature => say.polish[feature]))) : say.browserGood
    return {
      name: say.browser,
      found: browser ? `${browser.name}${say.comma}${browser.tooOld ? say.browserOld : lacks}` : say.browserUnknown,
      todo: !browser || browser.tooOld ? say.browserTodo : undefined,
    }
  }

  function checkWakeLock(state: Awaited<ReturnType<typeof askWakeLock>>): Check {
    return { name: say.sleep, found: say.sleepStates[state], todo: state === 'granted' ? undefined : say.sleepTodo }
  }

  /** The browser's zoom in all windows, and the system's scale of the audience's screen */
  function checkZoom(windows: DeckWindow[]): Check {
    const percent = (factor: number) => `${Math.round(factor * 100)} %`
    const zoomed = windows.filter(({ zoom, route }) => zoom !== 1 && route !== 'check')
    const blurred = windows.find(({ scale, route }) => route === 'play' && scale % 1 !== 0)
    const views = zoomed.map(({ route, zoom }) => `${nameOf(route)} ${percent(zoom)}`)
    return {
      name: say.zoom,
      found: [...views, blurred ? say.scaled(percent(blurred.scale)) : ''].filter(Boolean).join(say.comma) || say.unzoomed,
      todo: zoomed.length ? say.zoomTodo : blurred ? say.scaleTodo : undefined,
    }
  }

  function nameOf(route: string): string {
    return views[route as keyof typeof views] ?? views.other
  }

  function checkFonts(faces: { name: string, loaded: boolean }[]): Check {
    const missing = faces.filter(({ loaded }) => !loaded).map(({ name }) => name)
    return {
      name: say.fonts,
      found: missing.length ? say.fontsMissing(say.list(missing)) : faces.length ? say.fontsFound(faces.length) : say.noFonts,
      todo: missing.length ? say.fontsTodo : undefined,
    }
  }

  /**
   * @param windows all that answered
   * @param connected whether the browser lets windows talk to each other
   * @param frozen whether the audience's picture is
   * @param copies addresses of other copies of decks that are open in this browser
   */
  function checkWindows(windows: DeckWindow[], connected: boolean, frozen: boolean, copies: string[] = []): Check {
    const names = windows.map(({ route }) => nameOf(route))
    const found = [...new Set(names)].map(view => say.windowsOf(view, names.filter(other => other === view).length)).join(say.comma)
    return { name: say.windows, found: say.windowsFound(windows.length, found), todo: todo() }

    function todo() {
      if (!connected)
        return say.noTouch
      if (copies.length)
        return say.copies(say.list(copies))
      if (!windows.some(({ route }) => route === 'play'))
        return say.noAudience
      if (!windows.some(({ route }) => SPEAKER_VIEWS.includes(route)))
        return say.noSpeaker
      if (frozen)
        return say.frozen
      const places = new Set(windows.flatMap(({ place }) => place ? [`${place.page}.${place.clicks}`] : []))
      return places.size > 1 ? say.apart : undefined
    }
  }

  /** `extended`: whether the computer has a second screen; undefined if the browser doesn't say */
  function checkScreens(windows: DeckWindow[], extended?: boolean): Check {
    const audience = windows.filter(({ route }) => route === 'play')
    const screens = audience.map(({ size }) => size)
    const speakers = windows.filter(({ route }) => SPEAKER_VIEWS.includes(route)).map(({ screenAt }) => screenAt)
    const isFull = (size: DeckWindow['size']) => size.width >= size.screenWidth - 1 && size.height >= size.screenHeight - 1
    const isWide = (size: DeckWindow['size']) => Math.abs(size.screenWidth / size.screenHeight / (16 / 9) - 1) < 0.01
    const found = screens.map(size => say.screen(size.screenWidth, size.screenHeight) + (isFull(size) ? say.full : say.window(size.width, size.height)))
    return {
      name: say.screens,
      found: found.join(say.semicolon) || say.noScreen,
      todo: screens.length === 0
        ? say.noScreenTodo
        : extended && audience.some(({ screenAt }) => speakers.includes(screenAt))
          ? say.sameScreen
          : !screens.every(isFull)
              ? say.notFull
              : screens.every(isWide) ? undefined : say.notWide,
    }
  }

  function checkNotes(slides: CheckedSlide[]): Check {
    const silent = slides.filter(({ note }) => !note?.trim())
    if (silent.length === slides.length)
      return { name: say.notes, found: say.noNotes, todo: say.noNotesTodo }
    return {
      name: say.notes,
      found: silent.length ? say.silent(pages(silent)) : say.allNotes(slides.length),
      todo: silent.length ? say.silentTodo : undefined,
    }
  }

  function checkDrafts(slides: CheckedSlide[]): Check {
    const drafts = slides.filter(({ draft }) => draft === true)
    const pending = slides.reduce((sum, { pending = 0 }) => sum + pending, 0)
    return {
      name: say.drafts,
      found: [drafts.length ? say.draftsFound(drafts.length, pages(drafts)) : say.noDrafts, ...pending ? [say.pendingFound(pending)] : []].join(say.comma),
      todo: drafts.length ? say.draftsTodo : pending ? say.pendingTodo : undefined,
    }
  }

  /** @param addresses all that this window has asked for */
  function checkRequests(addresses: string[], origin: string): Check {
    const outside = [...new Set(addresses
      .map(address => new URL(address))
      .filter(({ protocol, origin: asked }) => protocol.startsWith('http') && asked !== origin)
      .map(({ host }) => host))]
    return {
      name: say.requests,
      found: outside.length ? say.requestsFound(say.list(outside)) : say.noRequests,
      todo: outside.length ? say.requestsTodo : undefined,
    }
  }

  function checkBuild({ version, commit, date, changed }: BuildInfo): Check {
    if (!commit || !date)
      return { name: say.build, found: say.undated(version ?? ''), todo: say.undatedTodo }
    const [year, month, day] = date.split('-').map(Number)
    return {
      name: say.build,
      found: say.built(version ?? '', commit, year, month, day, Boolean(changed)),
      todo: changed ? say.changedTodo : undefined,
    }
  }

  /** Runs of pages as people write them: 第 3、5–7 页 */
  function pages(slides: CheckedSlide[]): string {
    const runs: number[][] = []
    for (const { no } of slides) {
      const run = runs.at(-1)
      if (run?.at(-1) === no - 1)
        run.push(no)
      else
        runs.push([no])
    }
    return say.runs(runs.map(run => run.length > 1 ? `${run[0]}–${run.at(-1)}` : String(run[0])))
  }
}
