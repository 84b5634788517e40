import { defineAppSetup } from '@slidev/types'

export default defineAppSetup(() => {
  if (import.meta.env.VITE_EDITABLE_PPTX)
    void import('../pptx/keep-lines').then(({ keepLinesInPrint }) => keepLinesInPrint())
})
