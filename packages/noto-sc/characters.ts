import type { SlideInfo } from '@slidev/types'
import type { Finding } from 'slidev-addon-speech/check/finding'
import type { Passage } from './passages'
import { slideName } from 'slidev-addon-speech/check/finding'
import { lineSaying } from 'slidev-addon-speech/check/position'
import { nameOf } from 'slidev-addon-speech/check/read-deck'
import { characters } from './charset'
import { interfacePassages, slidePassages } from './passages'

/** What a decoder writes for bytes that are no character */
const GARBLED = '\uFFFD'

/** Also of those that are written with several characters: flags, digits in a box, people with a colour of skin */
const EMOJI = /[\p{Emoji_Presentation}\p{Extended_Pictographic}\u20E3]/u

/**
 * Characters that no face can draw, wherever the deck shows them. In a note they are the speaker's alone, whose window
 * falls back on the computer's own fonts.
 *
 * @param slides as Slidev parses them
 * @param root of the deck
 * @param roots theme, addons and deck, whose interface has words too
 * @param covered what every Chinese face covers
 */
export function characterFindings(slides: SlideInfo[], root: string, roots: string[], covered: Set<string>): Finding[] {
  const words = interfacePassages(root, roots)
  // all at once: they are thousands of lines
  const lackedBySome = [...characters(words.map(({ text }) => text).join(''))].some(character => !covered.has(character))
  return [
    ...slides.flatMap(slide => slidePassages(slide).flatMap(({ text, part }) => lackingIn(text, covered).map(sign => ({
      file: nameOf(slide.source.filepath, root),
      line: lineSaying(slide.source, sign, part),
      slide: slideName(slide),
      message: lackingMessage(sign, part),
      ...part === 'note' && sign !== GARBLED && { speakerOnly: true as const },
    })))),
    ...lackedBySome ? words.flatMap(({ file, line, text }) => lackingIn(text, covered).map(sign => ({ file, line, message: lackingMessage(sign, 'shown') }))) : [],
  ]
}

/** What no face draws, each once: characters, and emoji, which stay whole however many characters they are written with */
function lackingIn(text: string, covered: Set<string>): string[] {
  const lacking = [...characters(text)].filter(character => !covered.has(character))
  if (lacking.length === 0)
    return [] // nearly always: the words of a whole deck and its interface would take long to cut
  const drawnAsOne = Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
  const emoji = drawnAsOne.filter(sign => EMOJI.test(sign) && lacking.some(character => sign.includes(character)))
  return [...new Set([...emoji, ...lacking.filter(character => !emoji.some(sign => sign.includes(character)))])]
}

function lackingMessage(sign: string, part: Passage['part']): string {
  if (sign === GARBLED)
    return '这里有乱码 \uFFFD：文件曾用不对的编码存过；请改回原来的字，存成 UTF-8'
  const codes = Array.from(sign, character => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
  const drawnBySystem = part === 'note' ? '，演讲者窗口会改用电脑自带的字体，印带讲稿的讲义之前要改' : ''
  if (EMOJI.test(sign))
    return `字体里没有表情符号“${sign}”（${codes}）${drawnBySystem}；请改用${part === 'note' ? '' : '图片或'}文字，或者删去`
  return `字体里没有“${sign}”（${codes}）${drawnBySystem}；请换用《通用规范汉字表》里的字或常用符号，若必须保留（如人名），请把它加入 packages/noto-sc/charset.ts 的字表，再用 packages/noto-sc/make-fonts.ts 重新制作字体`
}
