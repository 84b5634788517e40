import { useNav } from '@slidev/client'
import { defineRootSetup } from '@slidev/types'
import { STARTED_EVENT } from '../browsers/start-page'
import { useSlideBoundaries } from '../faults/useSlideBoundaries'
import { useInputMethodKeys } from '../keys/useInputMethodKeys'
import { useStageKeys } from '../keys/useStageKeys'
import { usePrintedViews } from '../print/usePrintedViews'
import { keepOnProjector } from '../windows/projector'
import { startDeckSync } from '../windows/useDeckSync'
import { useWindowSizeInStyles } from '../windows/useWindowSizeInStyles'

export default defineRootSetup(() => {
  useWindowSizeInStyles()
  useSlideBoundaries()
  startDeckSync()
  keepOnProjector() // before the keys
  useInputMethodKeys()
  useStageKeys()
  usePrintedViews()
  void useNav().router.isReady().then(() => window.dispatchEvent(new Event(STARTED_EVENT)))
})
