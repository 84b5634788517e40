/**
 * Adds characters to strokes/, for components/StrokeCharacter.vue: `npm run strokes -- 新`.
 * They are taken out of the package hanzi-writer-data, which is fetched once, into the cache.
 */
import { execSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const SOURCE = 'hanzi-writer-data'
const VERSION = '2.0.1'
const CACHE = 'node_modules/.cache/strokes'
const STROKES = 'strokes'

if (process.argv.includes('--help')) {
  console.log('\n用法：npm run strokes -- <要加的字>，如：npm run strokes -- 新\n\n把这些字的笔画加进 strokes 文件夹；第一次用要联网。\n')
  process.exit()
}
const wanted = [...process.argv.slice(2).join('')].filter(character => character.trim())
if (wanted.length === 0 || wanted.some(character => !/\p{Script=Han}/u.test(character))) {
  console.error('请写上要加的字，如：npm run strokes -- 新')
  process.exit(1)
}

const source = join(CACHE, 'node_modules', SOURCE)
if (!existsSync(source)) {
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(join(CACHE, 'package.json'), '{ "private": true }\n')
  execSync(`npm install ${SOURCE}@${VERSION} --no-audit --no-fund --ignore-scripts --loglevel=error`, { cwd: CACHE, stdio: 'inherit' })
}

const today = new Date().toISOString().slice(0, 10)
const _notice = `Changed ${today}: taken out of ${SOURCE} ${VERSION} (Make Me a Hanzi; fonts by Arphic Technology); only strokes and medians kept, coordinates unchanged. Arphic Public License, see ARPHICPL.TXT.`
for (const character of wanted) {
  const file = join(source, `${character}.json`)
  if (!existsSync(file)) {
    console.error(`${SOURCE} 里没有“${character}”的笔画；请换一个常用字`)
    process.exitCode = 1
    continue
  }
  const { strokes, medians } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(join(STROKES, `${character}.json`), `${JSON.stringify({ _notice, strokes, medians })}\n`)
  console.log(`${STROKES}/${character}.json  ${strokes.length} 画`)
}
