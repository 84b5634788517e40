import type { Rule } from 'slidev-addon-speech/check/rules'
import { characterFindings } from './characters'
import { fontFolder, readCharset } from './charset'

/** Read once: `npm start` checks the deck at every edit. */
let covered: Set<string> | undefined

/** Characters that the faces lack */
const rule: Rule = ({ slides, root, roots }) => characterFindings(slides, root, roots, covered ??= readCharset(fontFolder))
export default rule
