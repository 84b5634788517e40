import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'

/**
 * The options of a command, by Node's `parseArgs`.
 *
 * @param command as it is typed, e.g. `npm run export`
 * @param args what follows `--`
 * @throws an error in Chinese that says where all options are listed
 */
export function parseOptions<Options extends NonNullable<ParseArgsConfig['options']>>(command: string, args: string[], options: Options) {
  try {
    return parseArgs({ args, options }).values
  }
  catch {
    throw new Error(`看不懂 ${command} -- 后面的“${args.join(' ')}”。可用的选项见 ${command} -- --help`)
  }
}
