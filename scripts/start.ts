import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { networkInterfaces } from 'node:os'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { checkPort } from 'get-port-please'
import open from 'open'
import { renderUnicodeCompact } from 'uqr'
import { checkDeck } from '../check/check-deck'
import { reportOf } from '../check/finding'
import { readDeck } from '../check/read-deck'
import { PASSWORD_VARIABLE } from '../plugins/remote-guard'
import { root } from './lib/deck'
import { lanAddresses, newPassword } from './lib/remote'
import { hasDisplay, parseStartOptions } from './lib/start-options'

const HELP = `
用法：npm start -- [选项]

  --port <端口>   换一个端口（默认 3030）
  --no-open       不自动打开浏览器
  --remote        让同一网络里的手机凭密码遥控（即 npm run start:remote）
  --help          显示这段说明
`

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const options = parseStartOptions(process.argv.slice(2))
  if (options.help)
    return console.log(HELP)
  const remote = options.remote ? prepareRemote() : undefined
  const host = remote ? '0.0.0.0' : '127.0.0.1'
  if (!await checkPort(options.port, host))
    throw new Error(`端口 ${options.port} 已被别的程序占用（也许幻灯片已经打开了）。请关掉那个程序，或换一个端口：npm start -- --port ${options.port + 1}`)

  await untilReadable()
  const url = `http://127.0.0.1:${options.port}/`
  const checked = checkDeck(root)
  const slidev = serve(options.port, host, remote?.password)
  if (!await answers(url, slidev))
    throw new Error('幻灯片没有启动成功，原因见上面的英文提示。请改正后重新运行 npm start。')

  console.log(`
  幻灯片      ${url}
  演讲者视图  ${url}presenter/
  讲稿大字版  ${url}script
  全部幻灯片  ${url}overview/
  会前检查    ${url}check
${remote ? remoteBanner(remote, options.port) : ''}
  按 Ctrl+C 结束。
`)
  const report = reportOf(await checked)
  if (report)
    console.error(`${report}\n`)
  if (options.open && hasDisplay(process.platform, process.env))
    await open(url).catch(() => {}) // the addresses are on the screen
}

/**
 * Slidev would end at once, or leave slides out without a word, while it can't read a file: says so, and waits until it can.
 */
async function untilReadable() {
  let said = ''
  for (;;) {
    const { findings } = await readDeck(root)
    const report = reportOf(findings)
    if (!report)
      break
    if (report !== said)
      console.error(`\n${report}\n\n改好、保存以后，幻灯片会自动启动；按 Ctrl+C 结束。`)
    said = report
    await wait(500)
  }
}

interface Remote {
  addresses: string[]
  password: string
}

function prepareRemote(): Remote {
  const addresses = lanAddresses(networkInterfaces())
  if (addresses.length === 0)
    throw new Error('这台电脑没有连上网络，手机找不到它。请先连上无线网或网线，再运行 npm run start:remote。')
  return { addresses, password: newPassword() }
}

function remoteBanner({ addresses, password }: Remote, port: number): string {
  const urls = addresses.map(address => `http://${address}:${port}/presenter/`)
  return `
  手机遥控    ${urls.join('\n              ')}
  密码        ${password}
  用手机扫码，或输入网址和密码：

${renderUnicodeCompact(`${urls[0]}?password=${password}`).replaceAll(/^/gm, '    ')}

  知道密码的人能看到讲稿，也能翻页。传送不加密，不要在不信任的网络里用。
`
}

/**
 * Slidev's own command, since only that restarts itself when the headmatter or setup/ changes.
 * It listens on a chosen address only in "remote" mode, which an empty password leaves open on that address.
 * Its banner, in English and with addresses that don't answer, is dropped; warnings and errors come through.
 * Slidev's own password is not used: it guards nothing on the server, and makes Slidev ask the internet for an address.
 */
function serve(port: number, host: string, password?: string) {
  const cli = createRequire(import.meta.url).resolve('@slidev/cli/bin/slidev.mjs')
  const slidev = spawn(process.execPath, [cli, '--port', String(port), '--remote=', '--bind', host], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, [PASSWORD_VARIABLE]: password },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => slidev.kill(signal))
  return slidev
}

/** Waits until the deck is served; false if the server ended instead. */
async function answers(url: string, server: ReturnType<typeof serve>): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    if (await fetch(url).then(response => response.ok, () => false))
      return true
    await wait(100)
  }
  return false
}
