import process from 'node:process'
import { languageOf } from '../cli/deck-language'
import { isChinese } from '../language'
import { english } from './en'
import { chinese } from './zh-CN'

/** What the commands say, in the language of the deck in whose folder they run: Chinese of any region, or English */
export const say = isChinese(languageOf(process.cwd())) ? chinese : english
