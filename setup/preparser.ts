import { definePreparserSetup } from '@slidev/types'

/** Notes of a draft slide say so wherever they are read: presenter view, notes page, exports. */
export default definePreparserSetup(() => [{
  name: 'draft-notes',
  async transformNote(note, { draft }) {
    return draft === true ? `**【拟稿】**\n\n${note ?? ''}` : note
  },
}])
