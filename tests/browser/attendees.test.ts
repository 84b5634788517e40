import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { loadDeck } from 'slidev-addon-speech/deck'
import { beforeAll, describe, expect, it } from 'vitest'
import { openGuardedBrowser, visitAll, watchConnections } from './support/network'
import { hanzi, spokenOnly, unescaped } from './support/spoken'

const deck = await loadDeck()
const { slides } = deck
const spoken = spokenOnly(deck)

/** All text files of a folder in one */
function textOf(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(file => file.isFile() && !/\.(?:woff2|png|ico)$/.test(file.name))
  return unescaped(files.map(file => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n'))
}

describe('the build for attendees', () => {
  const { env, connections } = watchConnections('build')
  beforeAll(() => {
    execFileSync(process.execPath, ['--import', 'tsx', 'packages/press/bin/build.ts', '--without-notes', '--out', 'dist-attendees'], { stdio: 'pipe', env })
  })

  it('has nothing of what only the speaker says', () => {
    expect(spoken.length).toBeGreaterThan(20)
    const attendees = hanzi(textOf('dist-attendees'))
    expect(spoken.filter(part => attendees.includes(part))).toEqual([])
  })

  it('has no manuscript, neither as a file nor within one', () => {
    const files = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.docx'))
    expect(files('dist')).toHaveLength(1)
    expect(files('dist-attendees')).toEqual([])
    expect(textOf('dist-attendees')).not.toMatch(/讲话稿\.docx|UEsDB/) // as a ZIP file begins in base64
  })

  it('would be caught if it had: the speaker’s build has all of it', () => {
    const speaker = hanzi(textOf('dist'))
    expect(spoken.filter(part => !speaker.includes(part))).toEqual([])
  })

  it('asks nothing of any other computer, nor does the making of it', async () => {
    const [server, browser] = await Promise.all([serveFolder('dist-attendees'), openGuardedBrowser()])
    await visitAll(browser, server.url, ['/presenter/3', '/check'])
    await Promise.all([server.close(), browser.close()])
    expect([...browser.outside, ...browser.errors, ...connections()]).toEqual([])
  }, 120_000)

  it('has the slides', () => {
    const attendees = textOf('dist-attendees')
    expect(slides.filter(({ frontmatter }) => frontmatter.chapter && !attendees.includes(frontmatter.chapter))).toEqual([])
  })
})
