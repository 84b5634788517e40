import type { Copy } from '../copies/copy'
import { parseOptions } from 'slidev-addon-speech/cli/parse-options'
import { typed } from 'slidev-addon-speech/cli/typed'
import { COPY_OPTIONS, copyOf } from '../copies/copy'
import { say } from '../languages/say'

export const COMMAND = typed('portable', 'press-portable')

export interface PortableOptions extends Copy {
  /** Embed the slides as a PDF */
  withPdf: boolean
  /** `out/<deck title>.html` without it */
  output?: string
  help: boolean
}

/**
 * @param args what follows the command
 * @throws an error that names the option and says what to do
 */
export function parsePortableOptions(args: string[]): PortableOptions {
  const { 'with-pdf': withPdf, output, help, ...copy } = parseOptions(COMMAND, args, {
    ...COPY_OPTIONS,
    'with-pdf': { type: 'boolean', default: false },
    'output': { type: 'string' },
  })
  if (output !== undefined && !/\.html?$/i.test(output))
    throw new Error(say.portable.output(output))
  return { ...copyOf(copy), withPdf, output, help }
}
