import { defineVitePluginsSetup } from '@slidev/types'
import { buildInfo } from '../plugins/build-info'
import { checkSlides } from '../plugins/check-slides'
import { oneStyleSheet } from '../plugins/one-style-sheet'
import { relaySync } from '../plugins/relay-sync'
import { remoteGuard } from '../plugins/remote-guard'
import { singleFile } from '../plugins/single-file'
import { storageFallback } from '../plugins/storage-fallback'
import { subsetFonts } from '../plugins/subset-fonts'

export default defineVitePluginsSetup(options => [
  buildInfo(options),
  checkSlides(options),
  subsetFonts(options),
  storageFallback(),
  oneStyleSheet(),
  relaySync(),
  ...remoteGuard(),
  ...singleFile(),
])
