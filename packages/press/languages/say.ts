import { languageOf } from 'slidev-addon-speech/cli/deck-language'
import { root } from 'slidev-addon-speech/deck'
import { isChinese } from 'slidev-addon-speech/language'
import { english } from './en'
import { chinese } from './zh-CN'

/** What the commands say, in the language of the deck in whose folder they run: Chinese of any region, or English */
export const say = isChinese(languageOf(root)) ? chinese : english
