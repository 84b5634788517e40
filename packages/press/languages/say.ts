import process from 'node:process'
import { languageOf } from 'slidev-addon-speech/cli/deck-language'
import { isChinese } from 'slidev-addon-speech/language'
import { english } from './en'
import { chinese } from './zh-CN'

/** What the commands say, in the language of the deck in whose folder they run: Chinese of any region, or English */
export const say = isChinese(languageOf(process.cwd())) ? chinese : english
