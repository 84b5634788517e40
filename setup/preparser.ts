import { definePreparserSetup } from '@slidev/types'

/**
 * Notes of a draft slide say so wherever they are read: presenter view, notes page, exports.
 * A note is words to be said: Slidev would let HTML in it act, so a tag stays the characters that were typed,
 * and a picture, which would be asked of wherever it lies, its words.
 */
export default definePreparserSetup(() => [{
  name: 'notes',
  async transformNote(note, { draft }) {
    const words = note?.replace(/<(?=[a-z/!?])/gi, '&lt;').replaceAll('![', '!\\[')
    return draft === true ? `**【拟稿】**\n\n${words ?? ''}` : words
  },
}])
