import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which state of the deck this is. Without `commit` it wasn't built from a repository. */
export interface BuildInfo {
  /** Of the deck's package.json, where there is one */
  version?: string
  commit?: string
  /** Day of the last commit, e.g. 2026-09-01 */
  date?: string
  /** Whether files had been changed since */
  changed?: boolean
}

/** Tells the pages which state of the deck they are: `__DECK_BUILD__`. By the last commit, so that equal sources build equally. */
export function buildInfo({ userRoot }: Pick<ResolvedSlidevOptions, 'userRoot'>): Plugin {
  return {
    name: 'deck:build-info',
    config: () => ({ define: { __DECK_BUILD__: JSON.stringify(readBuildInfo(userRoot)) } }),
  }
}

export function readBuildInfo(root: string): BuildInfo {
  const manifest = join(root, 'package.json')
  const { version } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  const [commit, date] = git(root, 'log', '-1', '--format=%h %cs', '--', '.').split(' ')
  return commit
    ? { version, commit, date, changed: git(root, 'status', '--porcelain', '--untracked-files=no', '--', '.') !== '' }
    : { version }
}

/** Empty where there is no repository, or no git */
function git(root: string, ...command: string[]): string {
  try {
    return execFileSync('git', ['-C', root, ...command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  }
  catch {
    return ''
  }
}
