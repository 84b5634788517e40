import { defineAppSetup } from '@slidev/types'
import { replaceMover } from 'slidev-addon-podium/keys/mover'
import { readyToShow } from '../first-slide/first-slide'
import { writeAfterFrame } from '../turns/late-history'
import { useTurnAtOnce } from '../turns/useTurnAtOnce'

export default defineAppSetup(async ({ router }) => {
  replaceMover(useTurnAtOnce)
  await readyToShow(router)
  writeAfterFrame(router.options.history)
})
