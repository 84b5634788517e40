import { parseOptions } from './parse-options'

export interface PortableOptions {
  /** Leave the speaker's notes out */
  withoutNotes: boolean
  /** Embed the slides as a PDF */
  withPdf: boolean
  /** `dist/<deck title>.html` without it */
  output?: string
  help: boolean
}

/**
 * @param args what follows `npm run portable --`
 * @throws an error that names the option and says what to do
 */
export function parsePortableOptions(args: string[]): PortableOptions {
  const { 'without-notes': withoutNotes, 'with-pdf': withPdf, output, help } = parseOptions('npm run portable', args, {
    'without-notes': { type: 'boolean', default: false },
    'with-pdf': { type: 'boolean', default: false },
    'output': { type: 'string' },
    'help': { type: 'boolean', short: 'h', default: false },
  })
  if (output !== undefined && !/\.html?$/i.test(output))
    throw new Error(`--output 后面要写文件名，以 .html 结尾，如 --output 讲话.html，而不是“${output}”。`)
  return { withoutNotes, withPdf, output, help }
}
