import { defineVitePluginsSetup } from '@slidev/types'
import { checkSlides } from '../plugins/check-slides'
import { relaySync } from '../plugins/relay-sync'
import { singleFile } from '../plugins/single-file'
import { subsetFonts } from '../plugins/subset-fonts'

export default defineVitePluginsSetup(options => [
  checkSlides(options),
  subsetFonts(options),
  relaySync(),
  ...singleFile(),
])
