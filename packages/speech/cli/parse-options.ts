import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { say } from '../languages/say'

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const

/**
 * The options of a command, by Node's `parseArgs`.
 *
 * @param command as it is typed, e.g. `npm run export --`; see typed.ts
 * @param args what follows it
 * @param options of the command's own, besides `--help`
 * @throws an error that says where all options are listed
 */
export function parseOptions<Options extends NonNullable<ParseArgsConfig['options']>>(command: string, args: string[], options = {} as Options) {
  try {
    return parseArgs({ args, options: { ...options, ...HELP } }).values
  }
  catch {
    throw new Error(say.options.unknown(command, args.join(' ')))
  }
}
