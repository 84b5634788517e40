import { definePreparserSetup } from '@slidev/types'

export default definePreparserSetup(() => [{
  /** Editors on Windows may put a mark (BOM) before the first line; it would hide the headmatter. */
  name: 'byte-order-mark',
  transformRawLines(lines) {
    lines[0] = lines[0].replace(/^\uFEFF/, '')
  },
}])
