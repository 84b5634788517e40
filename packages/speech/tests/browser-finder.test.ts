import type { Machine } from '../browser/browser'
import { describe, expect, it } from 'vitest'
import { findBrowser, installCommand, requireBrowser } from '../browser/browser'

const APT = '/usr/bin/apt-get'

/** A computer on which exactly these files exist. */
function machine({ files = [], ...rest }: Partial<Machine> & { files?: string[] } = {}): Machine {
  return {
    platform: 'linux',
    env: {},
    home: '/home/li',
    isRoot: false,
    exists: file => files.includes(file),
    run: () => {
      throw new Error('nothing may be installed here')
    },
    playwrightBrowser: '/home/li/.cache/ms-playwright/chrome',
    ...rest,
  }
}

const windows = {
  platform: 'win32',
  env: { 'ProgramFiles': 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)', 'LOCALAPPDATA': 'C:\\Users\\li\\AppData\\Local' },
} as const

describe('the browser found', () => {
  it.each<[string, string | undefined, Parameters<typeof machine>[0]]>([
    ['is the one that CHROME_PATH names', '/opt/my/chrome', { env: { CHROME_PATH: '/opt/my/chrome' }, files: ['/usr/bin/chromium', '/opt/my/chrome'] }],
    ['is Chrome before Chromium on Linux', '/usr/bin/google-chrome', { files: ['/usr/bin/chromium', '/usr/bin/google-chrome'] }],
    ['is the one without windows, where it is installed', '/usr/bin/chromium-headless-shell', { files: ['/usr/bin/google-chrome', '/usr/bin/chromium-headless-shell'] }],
    ['is Chromium from a snap', '/snap/bin/chromium', { files: ['/snap/bin/chromium'] }],
    ['is Chrome on macOS', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { platform: 'darwin', files: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] }],
    ['is in the user’s own folder on macOS', '/home/li/Applications/Chromium.app/Contents/MacOS/Chromium', { platform: 'darwin', files: ['/home/li/Applications/Chromium.app/Contents/MacOS/Chromium'] }],
    ['is Chrome on Windows, where one user installed it', 'C:\\Users\\li\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe', { ...windows, files: ['C:\\Users\\li\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'] }],
    ['is Edge on a Windows without Chrome', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', { ...windows, files: ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'] }],
    ['is Playwright’s own if there is no other', '/home/li/.cache/ms-playwright/chrome', { files: ['/home/li/.cache/ms-playwright/chrome'] }],
    ['is none on a computer without one', undefined, {}],
  ])('%s', (_, browser, described) => {
    expect(findBrowser(machine(described))).toBe(browser)
  })

  it('is never another than CHROME_PATH wishes: a wrong path is an error that names the variable', () => {
    expect(() => findBrowser(machine({ env: { CHROME_PATH: '/gone' }, files: ['/usr/bin/chromium'] }))).toThrow(/CHROME_PATH.*\/gone/)
  })
})

describe('the command that brings a browser', () => {
  it.each<[string, string, Parameters<typeof machine>[0]]>([
    ['is apt-get for root on Debian', 'apt-get update && apt-get install -y chromium', { isRoot: true, files: [APT] }],
    ['is apt-get with sudo for anyone else on Debian', 'sudo apt-get install -y chromium', { files: [APT] }],
    ['is Playwright’s on any other Linux', 'npx playwright-core install chromium', { isRoot: true }],
    ['is Playwright’s on macOS', 'npx playwright-core install chromium', { platform: 'darwin' }],
    ['is Playwright’s on Windows', 'npx playwright-core install chromium', windows],
  ])('%s', (_, command, described) => {
    expect(installCommand(machine(described))).toBe(command)
  })
})

describe('requiring a browser', () => {
  it('installs one for root on Debian', () => {
    const files = [APT]
    const commands: string[] = []
    const run = (command: string) => {
      commands.push(command)
      files.push('/usr/bin/chromium')
    }
    expect(requireBrowser(machine({ isRoot: true, files, run }))).toBe('/usr/bin/chromium')
    expect(commands).toEqual(['apt-get update && apt-get install -y chromium'])
  })

  it('says so if installing brought none', () => {
    expect(() => requireBrowser(machine({ isRoot: true, files: [APT], run: () => {} }))).toThrow(/CHROME_PATH/)
  })

  it('elsewhere installs nothing, but says what to run', () => {
    expect(() => requireBrowser(machine())).toThrow('npx playwright-core install chromium')
  })
})
