import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { expect, it, onTestFinished } from 'vitest'
import { namedFiles } from '../named-files'

const VIRTUAL = 'node_modules/.slidev/virtual'

/** A deck with these files, in a folder whose way has this name */
function makeFolder(files: Record<string, string>, name = 'deck') {
  const folder = mkdtempSync(join(tmpdir(), 'named-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true })
    writeFileSync(join(folder, name, file), text)
  }
  return join(folder, name)
}

const question = (globs: string[], options: object) => `export default import.meta.glob(${JSON.stringify(globs)}, ${JSON.stringify({ eager: true, exhaustive: true, ...options })})\n`

/** What the answers are in a build, by Vite alone or with the plugin */
async function answers(folder: string, plugins: ReturnType<typeof namedFiles>[]): Promise<unknown> {
  const outDir = join(folder, `dist-${plugins.length}`)
  await build({ root: folder, configFile: false, logLevel: 'silent', plugins, build: { ssr: 'entry.ts', outDir, rollupOptions: { output: { entryFileNames: 'entry.mjs' } } } })
  return (await import(pathToFileURL(join(outDir, 'entry.mjs')).href)).default
}

const FILES = {
  'entry.ts': `import a from './${VIRTUAL}/import-glob.a.ts'\nimport b from './${VIRTUAL}/import-glob.b.ts'\nimport c from './${VIRTUAL}/import-glob.c.ts'\nimport d from './${VIRTUAL}/import-glob.d.ts'\nexport default JSON.stringify([a, b, c, d])\n`,
  [`${VIRTUAL}/import-glob.a.ts`]: question(['../../../setup/main.{ts,js,mts,mjs}'], { import: 'default' }),
  [`${VIRTUAL}/import-glob.b.ts`]: question(['../../../top.{ts,js}', '../../../Top.{ts,js}'], { import: 'default' }),
  [`${VIRTUAL}/import-glob.c.ts`]: question(['../../../both.ts'], {}),
  [`${VIRTUAL}/import-glob.d.ts`]: question(['../../../nothing.{ts,js}'], { import: 'default' }),
  'setup/main.ts': 'export default "main"',
  'top.ts': 'export default "top"',
  'Top.js': 'export default "Top"',
  'both.ts': 'export const one = 1\nexport const two = 2',
}

it.each(['deck', 'a deck [final] (2)'])('the files that Slidev asks for are those that Vite would find, in a folder called %s', async (name) => {
  const folder = makeFolder(FILES, name)
  const found = await answers(folder, [namedFiles()])
  expect(found).toContain('"main"')
  expect(found).toBe(await answers(folder, []))
})

it('a question put otherwise stops the build', async () => {
  const folder = makeFolder({ ...FILES, [`${VIRTUAL}/import-glob.a.ts`]: 'export default import.meta.globEager(["../../../setup/main.ts"])' })
  await expect(answers(folder, [namedFiles()])).rejects.toThrow('in another way')
})

it('so does a build in which Slidev asks nothing', async () => {
  await expect(answers(makeFolder({ 'entry.ts': 'export default 1' }), [namedFiles()])).rejects.toThrow('no longer asks')
})
