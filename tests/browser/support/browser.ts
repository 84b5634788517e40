import type { Browser } from 'playwright-chromium'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'

/** A name that no browser takes for this computer, whose pages it trusts more than others */
export const OTHER_HOST = 'jiaoyu.example'

let browser: Promise<Browser> | undefined

/**
 * The browser that the tests of a file share: make a context of it, and close that. It ends with the file. A test that
 * needs options of Chromium's own launches another.
 */
export function sharedBrowser(): Promise<Browser> {
  return browser ??= launchBrowser([`--host-resolver-rules=MAP ${OTHER_HOST} 127.0.0.1`])
}

/** Ends it, if it was needed. */
export async function closeSharedBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}
