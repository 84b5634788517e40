// Slidev's words get into its views when they are compiled; named here, since fonts are cut to the words of what a view imports
import type { } from './slidev.zh-CN'
import { configs } from '@slidev/client'
import { wordsOf } from './words-of'

/** Podium's words in the language of this deck, for its views */
export const words = wordsOf(configs.lang)
