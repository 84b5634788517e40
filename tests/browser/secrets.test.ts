import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ready } from 'slidev-addon-speech/browser/stage'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { root } from 'slidev-addon-speech/deck'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { SOAKING } from '../support/soaking'
import { sharedBrowser } from './support/browser'
import { makeVariant } from './support/build-variant'
import { openGuardedBrowser, visitAll, watchConnections } from './support/network'
import { errorsOf } from './support/windows'

const headmatter = readFileSync(join(root, 'slides.md'), 'utf8').split('\nlayout:')[0]

/** A secret wherever a deck can hold one that no attendee sees; what they do see is `open` */
const SLIDES = `${headmatter}
# secret-in-a-yaml-comment
layout: statement
statement: open-statement
---

<!-- secret-above-the-headline -->

# 公开的一页

<p class="open-class"><!-- secret-beside-words --> open-words</p>

<!-- secret-in-a-note -->

---
layout: statement
statement: secret-internal-statement
routeAlias: secret-alias
internal: true
---

# secret-internal-title

<!-- secret-internal-note -->

---
layout: default
internal: true
---

![secret-internal-caption](/secret-internal.png)

<!-- secret-note-of-a-picture -->

---
layout: statement
statement: secret-hidden-statement
hide: true
---

# secret-hidden-title

![](/secret-hidden.png)

---
layout: statement
statement: secret-beyond-the-range
---

# secret-title-beyond-the-range

<!-- secret-note-beyond-the-range -->
`
const COPY = ['--attendees', '--range', '1-3']
const FILES = {
  'words.yaml': '# secret-in-the-words\nuncounted: [secret-word]\n',
  'pages/9.md': '# secret-in-an-unused-part\n',
  'public/secret-internal.png': 'secret-internal-picture',
  'public/secret-hidden.png': 'secret-hidden-picture',
}

/** What else a copy for attendees can be */
const OTHER_OUTPUTS: [name: string, bin: string, options: string[], result: string][] = [
  ['the build', 'build.ts', [], 'dist-attendees'],
  ['the PDF by itself', 'export.ts', ['--output', 'out/deck.pdf'], 'out/deck.pdf'],
  ['the PowerPoint file', 'export.ts', ['--pptx', 'out/deck.pptx'], 'out/deck.pptx'],
  ['the PowerPoint file that can be edited', 'export.ts', ['--pptx', 'out/deck.pptx', '--editable'], 'out/deck.pptx'],
]

describe('a copy for attendees, of a range', () => {
  const { env, connections } = watchConnections('attendees')
  let folder: string
  let file: string
  const run = (bin: string, ...options: string[]) => execFileSync(process.execPath, ['--import', 'tsx', `packages/press/bin/${bin}`, ...COPY, ...options], { cwd: folder, stdio: 'pipe', env: { ...env, NODE_ENV: 'development' } })

  async function expectNoSecret(path: string) {
    const words = await wordsOf(join(folder, path))
    expect(/open-statement|ppt\/slides\/slide1/.test(words)).toBe(true) // they could be read, had they been there; slides of PowerPoint are pictures
    expect(words.match(/secret-[\w-]+/g) ?? []).toEqual([])
    expect(words.includes(folder)).toBe(false)
    expect(words).not.toMatch(/讲话稿\.docx|UEsDB/) // as a ZIP file begins in base64; all slides have notes, of which a manuscript could be made
  }

  beforeAll(() => {
    folder = makeVariant('secrets', SLIDES)
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, file, '..'), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    run('portable.ts', '--with-pdf', '--output', 'out/deck.html')
    file = pathToFileURL(join(folder, 'out/deck.html')).href
  })

  it('holds in one file none of a deck’s secrets, nor a path of the machine', () => expectNoSecret('out/deck.html'))
  it('nor in the build from which its PDF is printed', () => expectNoSecret('.cache/site-of-copy'))

  /** The file without a network; whatever goes wrong is in `errors` */
  async function open(hash = '') {
    const context = await (await sharedBrowser()).newContext({ offline: true, acceptDownloads: true })
    onTestFinished(() => context.close())
    const errors = errorsOf(context)
    const page = await context.newPage()
    await page.goto(file + hash)
    return { page, errors }
  }

  it('gives away the PDF in the file, offline, which holds none either', async () => {
    const { page, errors } = await open()
    await ready(page)
    await page.mouse.move(60, 700)
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载 PDF' }).click()
    const download = await downloading
    const title = /^title: (.*)$/m.exec(headmatter)![1]
    expect(download.suggestedFilename()).toBe(`${title}.pdf`)
    await download.saveAs(join(folder, 'out/deck.pdf'))
    await expectNoSecret('out/deck.pdf')
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(folder, 'out/deck.pdf'))), verbosity: 0 }).promise
    expect(pdf.numPages).toBe(1)
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: title })
    expect(errors).toEqual([])
  })

  it('says in the script that it has no notes, and plans nothing', async () => {
    const { page, errors } = await open('#/script')
    await expect.poll(() => page.locator('.script article').first().textContent(), { timeout: 10_000 }).toContain('本副本不含讲稿')
    expect(await page.locator('.speech-clock').textContent()).not.toMatch(/剩余|预计|本页/)
    expect(errors).toEqual([])
  })

  it('asks nothing of any other computer, nor does its making', async () => {
    const [server, browser] = await Promise.all([serveFolder(join(folder, '.cache/site-of-copy')), openGuardedBrowser()])
    await visitAll(browser, server.url, ['/check'])
    await Promise.all([server.close(), browser.close()])
    expect([...browser.outside, ...browser.errors, ...connections()]).toEqual([])
  })

  it.runIf(SOAKING).each(OTHER_OUTPUTS)('holds no secret as %s', async (_, bin, options, result) => {
    run(bin, ...options)
    await expectNoSecret(result)
  })
})

/** Everything that can be read in a file, or in those of a folder, their names among it */
async function wordsOf(path: string): Promise<string> {
  if (statSync(path).isDirectory())
    return (await Promise.all(readdirSync(path).map(async name => `${name}\n${await wordsOf(join(path, name))}`))).join('\n')
  const data = readFileSync(path)
  if (path.endsWith('.pdf'))
    return `${data.toString('latin1')}\n${await textOfPdf(data)}`
  if (path.endsWith('.pptx'))
    return Object.entries(unzipSync(data)).map(([name, part]) => `${name}\n${new TextDecoder().decode(part)}`).join('\n')
  return data.toString('utf8').replaceAll(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

async function textOfPdf(data: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items))
  const outline = JSON.stringify(await pdf.getOutline())
  const { info } = await pdf.getMetadata()
  await pdf.destroy()
  return [pages.flat().map(item => 'str' in item ? item.str : '').join(''), outline, JSON.stringify(info)].join('\n')
}
