import type { Copy } from '../copies/copy'
import { parseOptions } from 'slidev-addon-speech/cli/parse-options'
import { COPY_OPTIONS, copyOf } from '../copies/copy'

export interface PortableOptions extends Copy {
  /** Embed the slides as a PDF */
  withPdf: boolean
  /** `out/<deck title>.html` without it */
  output?: string
  help: boolean
}

/**
 * @param args what follows `npm run portable --`
 * @throws an error that names the option and says what to do
 */
export function parsePortableOptions(args: string[]): PortableOptions {
  const { 'with-pdf': withPdf, output, help, ...copy } = parseOptions('npm run portable', args, {
    ...COPY_OPTIONS,
    'with-pdf': { type: 'boolean', default: false },
    'output': { type: 'string' },
    'help': { type: 'boolean', short: 'h', default: false },
  })
  if (output !== undefined && !/\.html?$/i.test(output))
    throw new Error(`--output 后面要写文件名，以 .html 结尾，如 --output 讲话.html，而不是“${output}”。`)
  return { ...copyOf(copy), withPdf, output, help }
}
