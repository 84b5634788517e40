import type { Copy } from '../copies/copy'
import type { Faces } from '../pptx/faces'
import { parseOptions } from 'slidev-addon-speech/cli/parse-options'
import { typed } from 'slidev-addon-speech/cli/typed'
import { COPY_OPTIONS, copyOf } from '../copies/copy'
import { say } from '../languages/say'
import { parseFaces } from '../pptx/faces'

export const COMMAND = typed('export', 'press-export')

export interface ExportOptions extends Copy {
  /** What to print: the slides, or A4 sheets of slide and notes, or of slides beside lines to write on */
  sheet: 'slides' | 'notes' | 'lines'
  withClicks: boolean
  /** Of the PDF; `out/<deck title>.pdf` without it */
  output?: string
  /** Folder for pictures instead of a PDF */
  png?: string
  /** PowerPoint file instead of a PDF */
  pptx?: string
  /** Whether its text is text, not a picture */
  editable: boolean
  /** Faces of it, each with the one that stands for it, beside those that always do */
  fonts?: Faces
  help: boolean
}

/**
 * @param args what follows the command
 * @throws an error that names the option and says what to do
 */
export function parseExportOptions(args: string[]): ExportOptions {
  const values = parseOptions(COMMAND, args, {
    'with-clicks': { type: 'boolean', default: false },
    ...COPY_OPTIONS,
    'output': { type: 'string' },
    'png': { type: 'string' },
    'pptx': { type: 'string' },
    'editable': { type: 'boolean', default: false },
    'fonts': { type: 'string' },
    'handout': { type: 'boolean', default: false },
    'no-notes': { type: 'boolean', default: false },
  })
  const { handout, output, png, pptx, editable, fonts, help } = values
  if (values['no-notes'] && !handout)
    throw new Error(say.exporting.noNotes)
  if ([handout, png, pptx].filter(Boolean).length > 1 || (output && (png || pptx)))
    throw new Error(say.exporting.one)
  if (handout && values['with-clicks'])
    throw new Error(say.exporting.clicks)
  if (editable && !pptx)
    throw new Error(say.exporting.editable)
  if (fonts !== undefined && !editable)
    throw new Error(say.exporting.fonts)
  const copy = copyOf(values)
  return {
    sheet: handout ? values['no-notes'] || copy.attendees ? 'lines' : 'notes' : 'slides',
    ...copy,
    withClicks: values['with-clicks'],
    output,
    png,
    pptx,
    editable,
    fonts: fonts === undefined ? undefined : parseFaces(fonts),
    help,
  }
}
