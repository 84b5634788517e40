import type { SlideInfo } from '@slidev/types'
import type { Finding } from 'slidev-addon-speech/check/finding'
import { slideName } from 'slidev-addon-speech/check/finding'
import { lineSaying } from 'slidev-addon-speech/check/position'
import { nameOf } from 'slidev-addon-speech/check/read-deck'
import { characters } from './charset'
import { interfacePassages, slidePassages } from './passages'

/**
 * Characters that no face can draw, wherever the deck shows them.
 *
 * @param slides as Slidev parses them
 * @param root of the deck
 * @param roots theme, addons and deck, whose interface has words too
 * @param covered what every Chinese face covers
 */
export function characterFindings(slides: SlideInfo[], root: string, roots: string[], covered: Set<string>): Finding[] {
  const lacking = (text: string) => [...characters(text)].filter(character => !covered.has(character))
  return [
    ...slides.flatMap(slide => slidePassages(slide).flatMap(({ text, part }) => lacking(text).map(character => ({
      file: nameOf(slide.source.filepath, root),
      line: lineSaying(slide.source, character, part),
      slide: slideName(slide),
      message: lackingMessage(character),
    })))),
    ...interfacePassages(root, roots).flatMap(({ file, line, text }) => lacking(text).map(character => ({ file, line, message: lackingMessage(character) }))),
  ]
}

function lackingMessage(character: string): string {
  if (character === '\uFFFD')
    return '这里有乱码 \uFFFD：文件曾用不对的编码存过；请改回原来的字，存成 UTF-8'
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `字体里没有“${character}”（U+${code}）；请换用常用字或常用符号，若必须保留（如人名），请把它加入 packages/noto-sc/charset.ts 的字表，再用 packages/noto-sc/make-fonts.ts 重新制作字体`
}
