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
import { FACES } from './faces'
import { finishPptx } from './finish-pptx'

export interface PowerPoint {
  data: Uint8Array
  /** What could not be taken over, or is to be known of the file, in Chinese */
  remarks: string[]
}

/** What Slidev says of an editable file, in Chinese */
const REMARKS: [said: RegExp, remark: string][] = [
  [/^slide (\d+): exported as an image \((.*)\)$/, '第 $1 页整页是一张图片，改不了字（$2）。'],
  [/^(\d+) image\(s\) could not be read.*$/, '$1 张图片读不出来，没有带过去。'],
  [/^(\d+) element\(s\) could not be captured.*$/, '$1 处画面没有带过去。'],
  [/^(\d+) color value\(s\) could not be read.*$/, '$1 处底色没有带过去。'],
  [/^(\d+) picture\(s\) could not be isolated.*$/, '$1 处图片里可能又印了一遍文字。'],
  [/^(\d+) CSS decoration\(s\) could not be placed.*$/, '$1 处装饰没有带过去。'],
]

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
      ...['--wait', '5000', '--timeout', '120000'], // without a wait, a busy machine prints blank pages
      ...range && !attendees ? ['--range', range] : [],
      `--with-clicks=${withClicks}`, // Slidev's default is yes for PowerPoint
    ], { cwd: root, env: { ...process.env, ...environmentOf({ attendees, range: attendees ? range : undefined }), VITE_EDITABLE_PPTX: editable ? '1' : '' }, encoding: 'utf8' })
    if (status !== 0)
      throw new Error(`PowerPoint 没有导出成功：${(stderr || stdout).trim().split('\n').at(-1)}`)
    const { data, withPictures, faces } = finishPptx(readFileSync(join(folder, 'deck.pptx')), deck, { ...FACES, ...fonts })
    if (!editable)
      return { data, remarks: [] }
    return {
      data,
      remarks: [
        '文字都能改，数字是最后的数；逐步出现、滚动和切换的动画不带过去。',
        ...withPictures.length > 0 ? [`第 ${withPictures.join('、')} 页上手写的字、方格或底纹是图片，改不了。`] : [],
        ...stderr.split('\n').flatMap(line => REMARKS.flatMap(([said, remark]) => said.test(line.trim()) ? [line.trim().replace(said, remark)] : [])),
        `用到的字体：${faces.join('、')}。打开它的电脑上没有哪种，那种就会换样；用 --fonts 可以换。`,
      ],
    }
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
