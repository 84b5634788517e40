import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { root } from 'slidev-addon-speech/deck'
import { beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../support/soaking'
import { makeVariant } from './support/build-variant'
import { openGuardedBrowser, visitAll, watchConnections } from './support/network'
import { unescaped } from './support/spoken'

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
`
const FILES = {
  'words.yaml': '# secret-in-the-words\nuncounted: [secret-word]\n',
  'pages/9.md': '# secret-in-an-unused-part\n',
  'public/secret-internal.png': 'secret-internal-picture',
  'public/secret-hidden.png': 'secret-hidden-picture',
}

const OUTPUTS: [name: string, bin: string, options: string[], result: string][] = [
  ['the build', 'build.ts', [], 'dist-attendees'],
  ['the single file', 'portable.ts', ['--output', 'out/deck.html'], 'out/deck.html'],
  ['the PDF', 'export.ts', ['--output', 'out/deck.pdf'], 'out/deck.pdf'],
  ['the PowerPoint file', 'export.ts', ['--pptx', 'out/deck.pptx'], 'out/deck.pptx'],
  ['the PowerPoint file that can be edited', 'export.ts', ['--pptx', 'out/deck.pptx', '--editable'], 'out/deck.pptx'],
]

describe('a copy for attendees holds none of a deck’s secrets, nor a path of the machine:', () => {
  const { env, connections } = watchConnections('attendees')
  let folder: string
  beforeAll(() => {
    folder = makeVariant('secrets', SLIDES)
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, file, '..'), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
  })

  it.each(sample(OUTPUTS))('%s', async (_, bin, options, result) => {
    execFileSync(process.execPath, ['--import', 'tsx', `packages/press/bin/${bin}`, '--attendees', ...options], { cwd: folder, stdio: 'pipe', env: { ...env, NODE_ENV: 'development' } })
    const words = await wordsOf(join(folder, result))
    expect(/open-statement|ppt\/slides\/slide1/.test(words)).toBe(true) // they could be read, had they been there; slides of PowerPoint are pictures
    expect(words.match(/secret-[\w-]+/g) ?? []).toEqual([])
    expect(words.includes(folder)).toBe(false)
    expect(words).not.toMatch(/讲话稿\.docx|UEsDB/) // as a ZIP file begins in base64; all slides have notes, of which a manuscript could be made
  })

  it('the build asks nothing of any other computer, nor does the making of it', async () => {
    const [server, browser] = await Promise.all([serveFolder(join(folder, 'dist-attendees')), openGuardedBrowser()])
    await visitAll(browser, server.url, ['/check'])
    await Promise.all([server.close(), browser.close()])
    expect([...browser.outside, ...browser.errors, ...connections()]).toEqual([])
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
  return unescaped(data.toString('utf8'))
}

async function textOfPdf(data: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items))
  const outline = JSON.stringify(await pdf.getOutline())
  const { info } = await pdf.getMetadata()
  await pdf.destroy()
  return [pages.flat().map(item => 'str' in item ? item.str : '').join(''), outline, JSON.stringify(info)].join('\n')
}
