import { defineVitePluginsSetup } from '@slidev/types'
import { buildInfo } from '../build-info'
import { checkSlides } from '../check/check-slides'
import { hidePending } from '../hide-pending'
import { notes } from '../notes/plugin'

export default defineVitePluginsSetup(options => [
  buildInfo(options),
  ...checkSlides(options),
  notes(options),
  hidePending(),
])
