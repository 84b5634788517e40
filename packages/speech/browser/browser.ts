import type { Browser } from 'playwright-chromium'
import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-chromium'
import { say } from '../languages/say'

/** What decides which browser is used; passed in, so that tests can describe any computer. */
export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
  isRoot: boolean
  exists: (file: string) => boolean
  /** Runs a shell command, its output shown; throws if it fails. */
  run: (command: string) => void
  /** Where Playwright keeps the Chromium that it downloads. */
  playwrightBrowser: string
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    run: command => execSync(command, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }),
    playwrightBrowser: chromium.executablePath(),
  }
}

/**
 * The browser of this computer: `CHROME_PATH` if set, else Chrome, Chromium or Edge where they usually are,
 * else Playwright's own. On Debian and Ubuntu root gets one installed.
 * @throws an error that says what to do if there is none
 */
export function requireBrowser(machine = thisMachine()): string {
  const found = findBrowser(machine)
  if (found)
    return found

  const command = installCommand(machine)
  if (!command.startsWith('apt-get'))
    throw new Error(say.browser.none(command))
  machine.run(command)

  const installed = findBrowser(machine)
  if (!installed)
    throw new Error(say.browser.stillNone(command))
  return installed
}

/** @throws if `CHROME_PATH` names a file that doesn't exist: a wish that can't be met should not be passed over */
export function findBrowser(machine: Machine): string | undefined {
  const wish = machine.env.CHROME_PATH
  if (wish && !machine.exists(wish))
    throw new Error(say.browser.wrongPath(wish))
  return wish || [...usualPlaces(machine), machine.playwrightBrowser].find(machine.exists)
}

/** The one command that brings a browser to this computer; begins with `apt-get` if we may run it ourselves. */
export function installCommand(machine: Machine): string {
  if (!machine.exists('/usr/bin/apt-get'))
    return 'npx playwright-core install chromium'
  return machine.isRoot ? 'apt-get update && apt-get install -y chromium' : 'sudo apt-get install -y chromium'
}

function usualPlaces({ platform, env, home }: Machine): string[] {
  switch (platform) {
    case 'win32':
      return places(
        path.win32,
        [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA],
        ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
      )
    case 'darwin':
      return places(
        path.posix,
        ['/Applications', `${home}/Applications`],
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `${name}.app/Contents/MacOS/${name}`),
      )
    default:
      return places(
        path.posix,
        ['/usr/bin', '/usr/local/bin', '/snap/bin'],
        // the first is Chromium without its windows, which takes half the time
        ['chromium-headless-shell', 'google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'],
      )
  }
}

function places({ join }: path.PlatformPath, folders: (string | undefined)[], programs: string[]): string[] {
  return programs.flatMap(program => folders.flatMap(folder => folder ? join(folder, program) : []))
}

/**
 * One way to start the browser for tests and exports alike, so that both see the same page.
 * Playwright itself turns off the sandbox, which root can't use, and everything that would call home.
 * @param args more of Chromium's own options
 */
export function launchBrowser(args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: requireBrowser(), args: ['--lang=zh-CN', '--disable-gpu', ...args] })
}
