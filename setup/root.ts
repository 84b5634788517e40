import { defineRootSetup } from '@slidev/types'
import { startDeckSync } from '../composables/useDeckSync'
import { useStageKeys } from '../composables/useStageKeys'

export default defineRootSetup(() => {
  startDeckSync()
  useStageKeys()
})
