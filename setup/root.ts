import { defineRootSetup } from '@slidev/types'
import { startDeckSync } from '../composables/useDeckSync'
import { useNeighbours } from '../composables/useNeighbours'
import { useSlideBoundaries } from '../composables/useSlideBoundaries'
import { useStageKeys } from '../composables/useStageKeys'
import { useStaleSlides } from '../composables/useStaleSlides'

export default defineRootSetup(() => {
  useSlideBoundaries()
  startDeckSync()
  useStageKeys()
  useStaleSlides()
  useNeighbours()
})
