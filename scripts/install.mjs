// @ts-check
/** The decisions of bootstrap.mjs, apart from it so that they can be tested. Node built-ins only. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/**
 * @param {string} version as in `process.versions.node`
 * @param {string} range as in package.json's `engines`, of the form `>=20.19`
 */
export function satisfies(version, range) {
  const [major, minor] = version.split('.').map(Number)
  const [leastMajor, leastMinor = 0] = range.replace('>=', '').split('.').map(Number)
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

/**
 * Whether node_modules holds what package-lock.json asks for, built for this system.
 * npm's own record in there won't do: it can survive an install that was broken off.
 * @param {string} root the project's folder
 */
export function isInstalled(root) {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === currentStamp(root)
}

/**
 * To be called after an install that went well to its end.
 * @param {string} root the project's folder
 */
export function markInstalled(root) {
  writeFileSync(stampFile(root), currentStamp(root))
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'node_modules', '.installed')
}

/** @param {string} root */
function currentStamp(root) {
  const lockfile = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform} ${process.arch}`
}

/** @param {string} npmOutput */
export function isNetworkFailure(npmOutput) {
  return /\b(?:EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTCACHED|ENOTFOUND|ERR_SOCKET_TIMEOUT|ETIMEDOUT|FETCH_ERROR)\b/.test(npmOutput)
}

/**
 * One sentence, and what to do, out of npm's many lines.
 * @param {string} npmOutput
 */
export function explainFailure(npmOutput) {
  if (isNetworkFailure(npmOutput))
    return '第一次运行，或依赖有更新时，要联网下载；现在连不上网络。请接通网络，再运行一次同样的命令（装好以后不再需要网络）。'
  const reason = npmOutput.match(/^npm error (?!code|syscall|errno|path|dest)(.+)/m)?.[1] ?? '原因不明'
  const log = npmOutput.match(/\S+-debug-\d+\.log/)?.[0]
  return `依赖没有装好：${reason}\n请改正后再运行一次同样的命令${log ? `；详细记录在 ${log}` : ''}。`
}
