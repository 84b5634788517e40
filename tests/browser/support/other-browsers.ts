import type { Browser } from 'playwright-chromium'
import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import * as presentPlaywright from 'playwright-chromium'
import { SOAKING } from '../../support/soaking'

/** A browser that is not this computer's own, or not the one that everything else is tried in */
export interface OtherBrowser {
  name: string
  kind: 'Chromium' | 'Firefox'
  /** Why there is none on this computer; undefined if there is one */
  missing?: string
  /** @throws an error that says what failed, if it can't be fetched, unpacked or started */
  launch: () => Promise<Browser>
}

/** In the repository, not in the deck under test, which goes away with each build */
const cache = fileURLToPath(new URL('../../../.cache', import.meta.url))
const require = createRequire(import.meta.url)

/** The last one for Windows 7 and 8.1; the only one that npm installs with everything else */
const INSTALLED = '109.0.6'
/** Versions of `@sparticuz/chromium`, which are the browser's; the first is as near to the floor as there is one */
const CHROMIUMS = ['103.0.0', INSTALLED, '114.0.0', '119.0.2', '130.0.0', '147.0.2']
/**
 * The last of Playwright that does without a command of newer Firefoxes than 153, as it comes from Mozilla or Debian, and
 * without a function of newer Chromiums than 104
 */
const PLAYWRIGHT = '1.62.0'
const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'].find(existsSync)

/** What the deck is promised to work in: Chromium 109, and when soaking all of them */
export const OTHER_BROWSERS: OtherBrowser[] = SOAKING ? [...CHROMIUMS.map(oldChromium), firefox()] : [oldChromium(INSTALLED)]

/** What can't run the deck, and says so */
export const BELOW_THE_FLOOR: OtherBrowser[] = SOAKING ? [oldChromium('92.0.0')] : []

/** Chromium of an npm package that holds it for servers without a screen */
function oldChromium(version: string): OtherBrowser {
  return {
    name: `Chromium ${Number.parseInt(version)}`,
    kind: 'Chromium',
    missing: process.platform === 'linux' && process.arch === 'x64' ? undefined : `it is a program for Linux on x64, and this is ${process.platform} on ${process.arch}`,
    async launch() {
      try {
        const folder = await kept(`chromium-${version}`, folder => unpackChromium(version, folder))
        const { chromium } = version === INSTALLED ? presentPlaywright : await olderPlaywright()
        return await chromium.launch({
          executablePath: join(folder, 'chromium'),
          args: ['--lang=zh-CN', '--disable-gpu'], // Playwright itself turns off the sandbox
          env: { ...process.env, LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter) },
        })
      }
      catch (cause) {
        throw new Error(`Chromium ${version} of @sparticuz/chromium can't be fetched, unpacked or started: ${(cause as Error).message}`, { cause })
      }
    },
  }
}

/** This computer's Firefox */
function firefox(): OtherBrowser {
  return {
    name: 'Firefox',
    kind: 'Firefox',
    missing: FIREFOX ? undefined : 'it is not on this computer (apt-get install firefox-esr)',
    async launch() {
      const { firefox } = await olderPlaywright()
      return firefox.launch({ channel: 'moz-firefox', executablePath: FIREFOX })
    },
  }
}

async function olderPlaywright(): Promise<typeof presentPlaywright> {
  const folder = await kept(`playwright-${PLAYWRIGHT}`, folder => fetchPackage(`playwright-core@${PLAYWRIGHT}`, folder))
  return import(pathToFileURL(join(folder, 'package/index.mjs')).href)
}

async function unpackChromium(version: string, folder: string): Promise<void> {
  if (version !== INSTALLED)
    fetchPackage(`@sparticuz/chromium@${version}`, folder)
  const packed = join(version === INSTALLED ? dirname(require.resolve('@sparticuz/chromium/package.json')) : join(folder, 'package'), 'bin')
  // the libraries, which have been called by the system that they are for from 119 on
  const libraries = ['aws', 'al2', 'al2023'].map(name => join(packed, `${name}.tar.br`)).find(existsSync)!
  const archive = join(folder, 'lib.tar')
  await Promise.all([
    pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), createWriteStream(join(folder, 'chromium'), { mode: 0o755 })),
    pipeline(createReadStream(libraries), createBrotliDecompress(), createWriteStream(archive)),
  ])
  execFileSync('tar', ['-xf', archive, '-C', folder, 'lib'])
  rmSync(archive)
  rmSync(join(folder, 'package'), { recursive: true, force: true })
}

/** Into `package/` of a folder */
function fetchPackage(name: string, folder: string): void {
  const archive = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8' }).trim()
  execFileSync('tar', ['-xf', archive], { cwd: folder })
  rmSync(join(folder, archive))
}

/** A folder that is filled once: beside its place first, so that two workers don't see each other's half. */
async function kept(name: string, fill: (folder: string) => void | Promise<void>): Promise<string> {
  const place = join(cache, name)
  if (existsSync(place))
    return place
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(`${place}-`)
  try {
    await fill(folder)
    renameSync(folder, place)
  }
  catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (!existsSync(place)) // else another worker was first
      throw error
  }
  return place
}
