// @ts-check
/** The decisions of bootstrap.mjs, apart from it so that they can be tested. Node built-ins only. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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
 * Whether node_modules holds every package that package-lock.json names, at its version.
 * npm writes its own record into the folder as the last act of an install, so a broken-off one doesn't count,
 * and one made by hand does.
 * @param {string} root the project's folder
 */
export function isInstalled(root) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  const wanted = readPackages(join(root, 'package-lock.json'))
  // an optional package is built for one system; npm leaves out those of the others
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' || optional || installed[path]?.version === version)
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }>} packages by folder
 */
function readPackages(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : {}
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
    return '第一次运行要联网下载依赖，现在连不上网络。请接通网络，再运行一次同样的命令（装好以后不再需要网络）。'
  const reason = npmOutput.match(/^npm error (?!code|syscall|errno|path|dest)(.+)/m)?.[1] ?? '原因不明'
  const log = npmOutput.match(/\S+-debug-\d+\.log/)?.[0]
  return `依赖没有装好：${reason}\n请改正后再运行一次同样的命令${log ? `；详细记录在 ${log}` : ''}。`
}
