import type { Deck } from 'slidev-addon-speech/deck'
import type { ExportOptions } from '../pdf/export-options'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { requireBrowser } from 'slidev-addon-speech/browser/browser'
import { root } from 'slidev-addon-speech/deck'
import { environmentOf } from '../copies/copy'
import { say } from '../languages/say'
import { FACES } from './faces'
import { finishPptx } from './finish-pptx'

export interface PowerPoint {
  data: Uint8Array
  /** What could not be taken over, or is to be known of the file */
  remarks: string[]
}

/**
 * Slidev's own exporter lays the slides out, as pictures or as text; it writes to a folder of its own first.
 *
 * @throws Error if it fails, with its last words
 */
export function makePptx(deck: Deck, { range, withClicks, attendees, editable, fonts }: ExportOptions): PowerPoint {
  const cli = createRequire(import.meta.url).resolve('@slidev/cli/bin/slidev.mjs')
  const folder = mkdtempSync(join(tmpdir(), 'pptx-'))
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [
      cli,
      ...['export', '--format', editable ? 'pptx-editable' : 'pptx', '--output', join(folder, 'deck.pptx'), '--executable-path', requireBrowser()],
      ...['--timeout', '120000'],
      ...range && !attendees ? ['--range', range] : [],
      `--with-clicks=${withClicks}`, // Slidev's default is yes for PowerPoint
    ], { cwd: root, env: { ...process.env, ...environmentOf({ attendees, range: attendees ? range : undefined }), VITE_PPTX: editable ? 'editable' : 'pictures' }, encoding: 'utf8' })
    if (status !== 0)
      throw new Error(say.exporting.noPptx((stderr || stdout).trim().split('\n').at(-1) ?? ''))
    const { data, withPictures, faces } = finishPptx(readFileSync(join(folder, 'deck.pptx')), deck, { ...FACES, ...fonts })
    if (!editable)
      return { data, remarks: [] }
    return {
      data,
      remarks: [
        say.exporting.asText,
        ...withPictures.length > 0 ? [say.exporting.drawn(withPictures)] : [],
        ...stderr.split('\n').flatMap(line => say.exporting.remarks.flatMap(([said, remark]) => said.test(line.trim()) ? [line.trim().replace(said, remark)] : [])),
        say.exporting.facesUsed(faces),
      ],
    }
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
