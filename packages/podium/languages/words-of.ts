import type { Words } from './en'
import { isChinese } from 'slidev-addon-speech/language'
import { english } from './en'
import { chinese } from './zh-CN'

/**
 * Podium's words in the language of a deck.
 *
 * @param lang as the headmatter has it; Chinese of any region and script gets simplified Chinese, all else English
 */
export function wordsOf(lang: unknown): Words {
  return isChinese(lang) ? chinese : english
}
