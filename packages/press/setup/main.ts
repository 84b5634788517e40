import { defineAppSetup } from '@slidev/types'

export default defineAppSetup(() => {
  const pptx = import.meta.env.VITE_PPTX
  if (pptx)
    void import('../pptx/release-export').then(({ releaseExport }) => releaseExport(pptx === 'editable'))
})
