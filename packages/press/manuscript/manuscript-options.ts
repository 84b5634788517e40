import type { TrackedChanges } from './read-word'
import { parseOptions } from 'slidev-addon-speech/cli/parse-options'
import { typed } from 'slidev-addon-speech/cli/typed'
import { say } from '../languages/say'

export const COMMAND = typed('manuscript', 'press-manuscript')

export interface ManuscriptOptions {
  /** Large print for the lectern */
  podium: boolean
  /** Whether the margin shows which slide is on the screen */
  cues: boolean
  /** `out/<deck title> (speech).docx` without it, in the words of its language */
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
 * @param args what follows the command
 * @throws an error that names the option and says what to do
 */
export function parseManuscriptOptions(args: string[]): ManuscriptOptions {
  const { podium, 'no-cues': noCues, output, compare, import: imported, 'as-shown': shown, original, review, help } = parseOptions(COMMAND, args, {
    'podium': { type: 'boolean', default: false },
    'no-cues': { type: 'boolean', default: false },
    'output': { type: 'string' },
    'review': { type: 'boolean', default: false },
    'compare': { type: 'string' },
    'import': { type: 'string' },
    'as-shown': { type: 'boolean', default: false },
    'original': { type: 'boolean', default: false },
  })
  if (output !== undefined && !/\.docx$/i.test(output))
    throw new Error(say.manuscript.output(output))
  const incoming = compare ?? imported
  if (incoming !== undefined && !incoming)
    throw new Error(say.manuscript.incoming)
  if (compare !== undefined && imported !== undefined)
    throw new Error(say.manuscript.one)
  if (incoming !== undefined && (podium || noCues || review || output !== undefined))
    throw new Error(say.manuscript.reads)
  if (review && podium)
    throw new Error(say.manuscript.kind)
  if (shown && original)
    throw new Error(say.manuscript.tracked)
  if ((shown || original) && incoming === undefined)
    throw new Error(say.manuscript.trackedAlone)
  return { podium, cues: !noCues, output, compare, import: imported, tracked: original ? 'original' : shown ? 'shown' : 'accepted', review, help }
}
