import { defineRootSetup } from '@slidev/types'
import { startDeckSync } from '../composables/useDeckSync'
import { useSlideBoundaries } from '../composables/useSlideBoundaries'
import { useStageKeys } from '../composables/useStageKeys'

export default defineRootSetup(() => {
  useSlideBoundaries()
  startDeckSync()
  useStageKeys()
})
