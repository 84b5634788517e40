import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../deck'

/**
 * How a command and its options are typed in this deck: by a script of its package.json or, where there is none, by the
 * command of the package.
 *
 * @param script as in `npm run check`; `npm start` needs no `run`
 * @param bin as in `npx speech-check`
 */
export function typed(script: string, bin: string): string {
  const file = join(root, 'package.json')
  const { scripts } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as { scripts?: Record<string, string> } : {}
  return scripts?.[script] ? `npm ${script === 'start' ? '' : 'run '}${script} --` : `npx ${bin}`
}

/** The same command without options: `npm run check` of `npm run check --` */
export function withoutOptions(command: string): string {
  return command.replace(/ --$/, '')
}
