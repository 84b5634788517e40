/** `npm run build`: the deck as a folder of files for any web server, by Slidev's own build. */
import { join, resolve } from 'node:path'
import process from 'node:process'
import { loadSoundDeck } from 'slidev-addon-speech/check/check-deck'
import { parseOptions } from 'slidev-addon-speech/cli/parse-options'
import { root } from 'slidev-addon-speech/deck'
import { COPY_OPTIONS, copyOf, deckOf, environmentOf } from '../copies/copy'
import { requireOwnFolder } from '../lib/own-folder'
import { optionsOf, runSlidev } from '../lib/site'

const HELP = `
用法：npm run build -- [选项]

不加选项：生成 dist 文件夹，放到任何网站服务器上都能放映。

  --attendees            发给与会者的一份：不含讲稿，也不含标了 internal: true 的页（--without-notes 是同一个意思）
  --range <页码>         只放一部分，如 3-8 或 1,5,9-12
  --out <文件夹>         存到别处；不写就是 dist，给与会者的是 dist-attendees
  --base <路径>          网址里域名后面的部分，前后都有斜线，如 /jiaoyu/
  --router-mode <方式>   history（默认）、hash 或 memory，见 Slidev 的说明
  --help                 显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const options = parseOptions('npm run build', process.argv.slice(2), {
    ...COPY_OPTIONS,
    'out': { type: 'string' },
    'base': { type: 'string' },
    'router-mode': { type: 'string' },
    'help': { type: 'boolean', short: 'h', default: false },
  })
  if (options.help)
    return console.log(HELP)
  const { base } = options
  if (base !== undefined && !/^\/(?:.*\/)?$/.test(base))
    throw new Error(`--base 的“${base}”不对：前后都要有斜线，如 /jiaoyu/`)
  const copy = copyOf(options)
  const out = options.out ?? (copy.attendees ? 'dist-attendees' : 'dist')
  requireOwnFolder(resolve(root, out), join(root, 'public'))
  deckOf(await loadSoundDeck('没有构建'), copy) // says so before a long build if it can't be made
  process.exitCode = runSlidev([
    'build',
    ...optionsOf(copy),
    '--out',
    out,
    ...base ? ['--base', base] : [],
    ...options['router-mode'] ? ['--router-mode', options['router-mode']] : [],
  ], { ...environmentOf(copy), NODE_ENV: 'production' })
}
