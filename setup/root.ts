import { defineRootSetup } from '@slidev/types'
import { startDeckSync } from '../composables/useDeckSync'
import { useNeighbours } from '../composables/useNeighbours'
import { useStageKeys } from '../composables/useStageKeys'

export default defineRootSetup(() => {
  startDeckSync()
  useStageKeys()
  useNeighbours()
})
