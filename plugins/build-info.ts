import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { BuildInfo } from '../types/build-info'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Tells the pages which state of the deck they are: `__DECK_BUILD__`. By the last commit, so that equal sources build equally. */
export function buildInfo({ userRoot }: Pick<ResolvedSlidevOptions, 'userRoot'>): Plugin {
  return {
    name: 'deck:build-info',
    config: () => ({ define: { __DECK_BUILD__: JSON.stringify(readBuildInfo(userRoot)) } }),
  }
}

export function readBuildInfo(root: string): BuildInfo {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
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
