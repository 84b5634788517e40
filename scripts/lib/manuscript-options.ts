import { parseOptions } from './parse-options'

export interface ManuscriptOptions {
  /** Large print for the lectern */
  podium: boolean
  /** Whether the margin shows which slide is on the screen */
  cues: boolean
  /** `dist/<deck title>讲话稿.docx` without it */
  output?: string
  help: boolean
}

/**
 * @param args what follows `npm run manuscript --`
 * @throws an error that names the option and says what to do
 */
export function parseManuscriptOptions(args: string[]): ManuscriptOptions {
  const { podium, 'no-cues': noCues, output, help } = parseOptions('npm run manuscript', args, {
    'podium': { type: 'boolean', default: false },
    'no-cues': { type: 'boolean', default: false },
    'output': { type: 'string' },
    'help': { type: 'boolean', short: 'h', default: false },
  })
  if (output !== undefined && !/\.docx$/i.test(output))
    throw new Error(`--output 后面的“${output}”不是 Word 文件名：请以 .docx 结尾，例如 --output 讲话稿.docx`)
  return { podium, cues: !noCues, output, help }
}
