// @ts-check
/**
 * What `npm start` and `npm test` need before anything else: a new enough Node, and the packages.
 * npm runs it first of all, in a clone that has no packages yet: Node built-ins only.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { explainFailure, isInstalled, isNetworkFailure, satisfies } from './lib/install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

if (!satisfies(process.versions.node, engines.node)) {
  fail(`这台电脑的 Node 是 ${process.versions.node}，太旧了，需要 ${engines.node.replace('>=', '')} 或更新的版本。`
    + '请到 https://nodejs.org 下载安装最新的 LTS 版，再运行一次同样的命令。')
}

if (!isInstalled(root)) {
  console.log('第一次运行（或依赖有更新）：正在安装依赖，约需一两分钟……')
  const npm = install()
  if (npm.status !== 0)
    fail(explainFailure(npm.stderr || String(npm.error)))
  console.log('依赖已装好。')
}

/** Without a network npm asks for each of a thousand packages in vain, for minutes; it may have them in its cache, though. */
function install() {
  const ping = runNpm('ping', '--fetch-retries=0', '--fetch-timeout=10000')
  return runNpm('ci', '--include=dev', '--no-audit', '--no-fund', ...isNetworkFailure(ping.stderr) ? ['--offline'] : [])
}

/** @param {string[]} args */
function runNpm(...args) {
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] }
  const npmCli = process.env.npm_execpath
  return npmCli && npmCli.includes('npm-cli')
    ? spawnSync(process.execPath, [npmCli, ...args, '--loglevel=error'], options)
    // on Windows npm is a .cmd file, which only a shell can run
    : spawnSync(['npm', ...args, '--loglevel=error'].join(' '), { ...options, shell: true })
}

/** @param {string} message */
function fail(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}
