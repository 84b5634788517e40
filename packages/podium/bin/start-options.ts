import type { Words } from '../languages/en'
import { parseOptions } from 'slidev-addon-speech/cli/parse-options'
import { typed } from 'slidev-addon-speech/cli/typed'

export const COMMAND = typed('start', 'podium')

export interface StartOptions {
  port: number
  open: boolean
  /** Whether phones of the same network may steer, with a password */
  remote: boolean
  help: boolean
}

/**
 * @param args what follows the command
 * @param say how its language says what is wrong
 * @throws an error that names the option and says what to do
 */
export function parseStartOptions(args: string[], say: Words['start']): StartOptions {
  const values = parseOptions(COMMAND, args, {
    'port': { type: 'string', default: '3030' },
    'no-open': { type: 'boolean', default: false },
    'remote': { type: 'boolean', default: false },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(say.badPort(COMMAND, values.port))
  return { port, open: !values['no-open'], remote: values.remote, help: values.help }
}

/** Whether a browser window can be shown: not on a server, and not in CI. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (env.CI)
    return false
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
