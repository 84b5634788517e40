import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the faces lie */
export const fontFolder = fileURLToPath(new URL('fonts', import.meta.url))

/** Space, control and zero-width characters: nothing to draw, so no font has to have them. */
const invisible = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u

/** The visible characters of a text, each once */
export function characters(text: string): Set<string> {
  return new Set([...new Set(text)].filter(character => !invisible.test(character)))
}

/** What the decoder of Node 24 and later has more in the gaps of GB 2312, from GB 18030 */
const laterThanGbk = /[€ḿǹ\uFE10-\uFE19]/g

/** The characters of GB 2312: rows 1–9 are signs, rows 16–87 the 6,763 hanzi. The same under every version of Node. */
export function gb2312(): Set<string> {
  const gbk = new TextDecoder('gbk')
  const row = (number: number) => gbk.decode(Uint8Array.from({ length: 2 * 94 }, (_, i) => i % 2 ? 0xA1 + (i >> 1) : 0xA0 + number))
  const rows = Array.from({ length: 87 }, (_, i) => i + 1).filter(number => number <= 9 || number >= 16)
  return characters(rows.map(row).join('').replace(/[\p{Co}\uFFFD]/gu, '').replace(laterThanGbk, ''))
}

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)).join('')
const latin1 = Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xA0 + i)).join('')
const spaces = '\u0020\u00A0\u3000'
const punctuation = '，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—–―…·•・／～〜％‰℃×÷±−＋＝°→←↑↓①②③④⑤⑥⑦⑧⑨⑩'

/** What the browser writes by itself: dates, times and the numbers of Chinese lists */
const browserText = '〇零一二三四五六七八九十百千万亿年月日时分秒星期周上下午'

/** In every build, so that whoever edits a slide never has to think of it */
export const always = ascii + spaces + punctuation + browserText

/** Signs of keys and buttons, and marks of lists and tables */
const signs = '‐‑⁄€™′″√✓✗✕■□▪▫▲△▶▷▼▽◀◁◆◇○◎●★☆※⌘⌥⇧⌃⏎⌫␣↵⇒⇐↔↕⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㎡㎞㎏½⅓¼¾²³'

/**
 * The three levels of the Table of General Standard Chinese Characters (2013), which a text, a name and a place on the
 * mainland are written with; 196 of them lie beyond U+FFFF, such as 𬱖.
 *
 * @param folder the faces' own
 */
export function generalStandard(folder: string): string[][] {
  return readFileSync(join(folder, 'general-standard.txt'), 'utf8').split(/\r?\n\r?\n/).map(level => [...characters(level)])
}

/** Characters of people's and places' names that neither GB 2312 nor that table has */
const names = '頔旼璿濛澔禩龑珃篔霂冇暘焮煐燄燿'

/** What make-fonts.ts asks of the source fonts */
export function wanted(): string {
  return [...gb2312(), ...generalStandard(fontFolder).flat(), always, latin1, signs, names].join('')
}

/** What every Chinese face covers, as make-fonts.ts found it */
export function readCharset(folder: string): Set<string> {
  return characters(readFileSync(join(folder, 'charset.txt'), 'utf8'))
}
