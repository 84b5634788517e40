import type { TrackedChanges } from './read-word'
import { parseOptions } from 'slidev-addon-speech/cli/parse-options'

export interface ManuscriptOptions {
  /** Large print for the lectern */
  podium: boolean
  /** Whether the margin shows which slide is on the screen */
  cues: boolean
  /** `out/<deck title>讲话稿.docx` without it */
  output?: string
  /** Word file to compare the deck with */
  compare?: string
  /** Word file whose words go into the notes */
  import?: string
  /** Which of its tracked changes hold */
  tracked: TrackedChanges
  /** The copy that goes round */
  review: boolean
  help: boolean
}

/**
 * @param args what follows `npm run manuscript --`
 * @throws an error that names the option and says what to do
 */
export function parseManuscriptOptions(args: string[]): ManuscriptOptions {
  const { podium, 'no-cues': noCues, output, compare, import: imported, 'as-shown': shown, original, review, help } = parseOptions('npm run manuscript', args, {
    'podium': { type: 'boolean', default: false },
    'no-cues': { type: 'boolean', default: false },
    'output': { type: 'string' },
    'review': { type: 'boolean', default: false },
    'compare': { type: 'string' },
    'import': { type: 'string' },
    'as-shown': { type: 'boolean', default: false },
    'original': { type: 'boolean', default: false },
    'help': { type: 'boolean', short: 'h', default: false },
  })
  if (output !== undefined && !/\.docx$/i.test(output))
    throw new Error(`--output 后面的“${output}”不是 Word 文件名：请以 .docx 结尾，例如 --output 讲话稿.docx`)
  const incoming = compare ?? imported
  if (incoming !== undefined && !incoming)
    throw new Error('--compare、--import 后面要写改稿的文件名，例如 --compare 改稿.docx')
  if (compare !== undefined && imported !== undefined)
    throw new Error('--compare（只看）和 --import（写进讲稿）一次只能用一个。')
  if (incoming !== undefined && (podium || noCues || review || output !== undefined))
    throw new Error('--compare、--import 读的是改稿，不能和 --podium、--no-cues、--review、--output 一起用。')
  if (review && podium)
    throw new Error('--review 是送审稿，--podium 是大字稿，一次只能用一个。')
  if (shown && original)
    throw new Error('--as-shown 和 --original 一次只能用一个。')
  if ((shown || original) && incoming === undefined)
    throw new Error('--as-shown、--original 要和 --compare 或 --import 一起用。')
  return { podium, cues: !noCues, output, compare, import: imported, tracked: original ? 'original' : shown ? 'shown' : 'accepted', review, help }
}
