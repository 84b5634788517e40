import type { Rule } from 'slidev-addon-speech/check/rules'
import { characterFindings } from './characters'
import { fontFolder, readCharset } from './charset'

/** Characters that the faces lack */
const rule: Rule = ({ slides, root, roots }) => characterFindings(slides, root, roots, readCharset(fontFolder))
export default rule
