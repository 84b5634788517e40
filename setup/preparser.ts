import { definePreparserSetup } from '@slidev/types'

export default definePreparserSetup(() => [{
  /** Editors on Windows may put a mark (BOM) before the first line; it would hide the headmatter. */
  name: 'byte-order-mark',
  transformRawLines(lines) {
    lines[0] = lines[0].replace(/^\uFEFF/, '')
  },
}, {
  /**
   * Notes of a draft slide say so wherever they are read: presenter view, notes page, exports.
   * A note is words to be said: Slidev would let HTML in it act, so a tag stays the characters that were typed,
   * and a picture, which would be asked of wherever it lies, its words.
   */
  name: 'notes',
  async transformNote(note, { draft }) {
    const words = note?.replace(/<(?=[a-z/!?])/gi, '&lt;').replaceAll('![', '!\\[')
    return draft === true ? `**【拟稿】**\n\n${words ?? ''}` : words
  },
}])
