import { defineRootSetup } from '@slidev/types'
import { useNeighbours } from '../turns/useNeighbours'
import { useStaleSlides } from '../turns/useStaleSlides'

export default defineRootSetup(() => {
  useStaleSlides()
  useNeighbours()
})
