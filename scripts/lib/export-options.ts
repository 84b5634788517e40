import { parseOptions } from './parse-options'

export interface ExportOptions {
  /** What to print: the slides, or A4 sheets of slide and notes, or of slides beside lines to write on */
  sheet: 'slides' | 'notes' | 'lines'
  withClicks: boolean
  /** As `3-8` or `1,5,9-12`; all slides without it */
  range?: string
  /** Of the PDF; `dist/<deck title>.pdf` without it */
  output?: string
  /** Folder for pictures instead of a PDF */
  png?: string
  /** PowerPoint file instead of a PDF */
  pptx?: string
  help: boolean
}

/**
 * @param args what follows `npm run export --`
 * @throws an error that names the option and says what to do
 */
export function parseExportOptions(args: string[]): ExportOptions {
  const values = parseOptions('npm run export', args, {
    'with-clicks': { type: 'boolean', default: false },
    'range': { type: 'string' },
    'output': { type: 'string' },
    'png': { type: 'string' },
    'pptx': { type: 'string' },
    'handout': { type: 'boolean', default: false },
    'no-notes': { type: 'boolean', default: false },
    'help': { type: 'boolean', short: 'h', default: false },
  })
  const { handout, range, output, png, pptx, help } = values
  if (values['no-notes'] && !handout)
    throw new Error('--no-notes 要和 --handout 一起用；不加 --handout 的 PDF 本来就不含讲稿。')
  if ([handout, png, pptx].filter(Boolean).length > 1 || (output && (png || pptx)))
    throw new Error('--handout、--png、--pptx 一次只能用一个；--output 只用于 PDF。')
  if (handout && values['with-clicks'])
    throw new Error('讲义每页只印一次，--handout 不能和 --with-clicks 一起用。')
  return {
    sheet: handout ? values['no-notes'] ? 'lines' : 'notes' : 'slides',
    withClicks: values['with-clicks'],
    range,
    output,
    png,
    pptx,
    help,
  }
}

/**
 * The slides of a range, in order.
 *
 * @param range as `3-8` or `1,5,9-12`; all slides without it
 * @throws an error that says how many slides there are
 */
export function slidesInRange(range: string | undefined, total: number): number[] {
  const parts = range?.split(',').map(part => part.trim().match(/^(\d+)(?:-(\d+))?$/)) ?? [['', '1', String(total)]]
  const spans = parts.map(part => part ? [Number(part[1]), Number(part[2] ?? part[1])] : [])
  if (spans.some(([from, to]) => !(from >= 1 && from <= to && to <= total)))
    throw new Error(`页码范围“${range}”不对：这份幻灯片共 ${total} 页，请写成 3-8 或 1,5,9-12 的样子。`)
  return Array.from({ length: total }, (_, index) => index + 1).filter(no => spans.some(([from, to]) => no >= from && no <= to))
}
