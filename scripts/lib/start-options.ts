import { parseOptions } from './parse-options'

export interface StartOptions {
  port: number
  open: boolean
  /** Whether phones of the same network may steer, with a password */
  remote: boolean
  help: boolean
}

/**
 * @param args what follows `npm start --`
 * @throws an error that names the option and says what to do
 */
export function parseStartOptions(args: string[]): StartOptions {
  const values = parseOptions('npm start', args, {
    'port': { type: 'string', default: '3030' },
    'no-open': { type: 'boolean', default: false },
    'remote': { type: 'boolean', default: false },
    'help': { type: 'boolean', short: 'h', default: false },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`端口“${values.port}”不对：--port 后面要写 1 到 65535 的整数，例如 npm start -- --port 3031`)
  return { port, open: !values['no-open'], remote: values.remote, help: values.help }
}

/** Whether a browser window can be shown: not on a server, and not in CI. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (env.CI)
    return false
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
