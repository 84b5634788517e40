// @ts-check
/**
 * `node scripts/launch.mjs <command.ts> [options]` runs one of the project's commands, after what all of them need:
 * a new enough Node, the packages, and a path that can stand in an address. It works in a clone that has no packages yet:
 * Node built-ins only until then, and such as an old Node has.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { explainFailure, isInstalled, isNetworkFailure, markInstalled, satisfies } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

if (!satisfies(process.versions.node, engines.node)) {
  fail(`这台电脑的 Node 是 ${process.versions.node}，太旧了，需要 ${engines.node.replace('>=', '')} 或更新的版本。`
    + '请到 https://nodejs.org 下载安装最新的 LTS 版，再运行一次同样的命令。')
}
// Slidev, Vite and jiti make addresses of paths and don't encode these
const [odd] = root.match(/[#%?]/) ?? []
if (odd) {
  fail(`这个文件夹的路径里有“${odd}”，浏览器会把它看错，幻灯片打不开：${root}\n`
    + '请把这一层文件夹改成不带 #、%、? 的名字，再运行一次同样的命令。')
}
if (!isInstalled(root))
  await install()

const [command, ...options] = process.argv.slice(2)
if (command)
  run(command, options)

/**
 * In a process of its own, which gets every signal that this one gets: the commands are TypeScript, which tsx reads.
 * @param {string} command
 * @param {string[]} options
 */
function run(command, options) {
  const tsx = import.meta.resolve('tsx')
  const child = spawn(process.execPath, ['--import', tsx, fileURLToPath(new URL(`../${command}`, import.meta.url)), ...options], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  // whoever ends npm by a signal leaves this process without a parent, and the command's server without an end
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill(), 1000).unref()
  child.on('exit', (code, signal) => process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15))
}

async function install() {
  console.log('第一次运行（或依赖有更新）：正在安装依赖，约需一两分钟……')
  const ping = await npm('ping', '--fetch-retries=0', '--fetch-timeout=10000')
  // Without a network `npm ci` would ask for each of a thousand packages in vain, for minutes, having deleted the old ones first.
  // `npm install` keeps what is there, and may find the rest in npm's cache.
  const command = isNetworkFailure(ping.errors) ? ['install', '--offline', '--no-save'] : ['ci']
  const installed = await npm(...command, '--include=dev', '--no-audit', '--no-fund')
  if (installed.status !== 0)
    fail(explainFailure(installed.errors))
  markInstalled(root)
  console.log('依赖已装好。')
}

/**
 * Runs in a group of its own, out of Ctrl+C's reach, and is ended at once instead:
 * npm itself would go on for a minute, taking back what it did under the feet of the next start.
 * @param {string[]} args
 */
async function npm(...args) {
  const child = spawnNpm(args)
  const stop = () => {
    child.kill('SIGKILL')
    fail('安装中断了。再运行一次同样的命令，会重新安装。')
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach(signal => process.once(signal, stop))
  let errors = ''
  child.stderr.on('data', chunk => errors += chunk)
  const [status] = await once(child, 'close')
  signals.forEach(signal => process.off(signal, stop))
  return { status, errors }
}

/** @param {string[]} args */
function spawnNpm(args) {
  /** @type {import('node:child_process').SpawnOptionsWithStdioTuple<'ignore', 'ignore', 'pipe'>} */
  const options = { cwd: root, detached: true, windowsHide: true, stdio: ['ignore', 'ignore', 'pipe'] }
  const cli = process.env.npm_execpath || ''
  return cli.endsWith('npm-cli.js')
    ? spawn(process.execPath, [cli, ...args, '--loglevel=error'], options)
    // run by hand; on Windows npm is a .cmd file, which only a shell can run
    : spawn(['npm', ...args, '--loglevel=error'].join(' '), { ...options, shell: true })
}

/**
 * @param {string} message
 * @returns {never} npm stops here, too
 */
function fail(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}
