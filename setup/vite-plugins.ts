import { defineVitePluginsSetup } from '@slidev/types'
import { buildInfo } from '../plugins/build-info'
import { checkSlides } from '../plugins/check-slides'
import { contentSecurity } from '../plugins/content-security'
import { firstSlide } from '../plugins/first-slide'
import { laterNotes } from '../plugins/later-notes'
import { leaveOut } from '../plugins/leave-out'
import { noScript } from '../plugins/no-script'
import { oneStyleSheet } from '../plugins/one-style-sheet'
import { relaySync } from '../plugins/relay-sync'
import { remoteGuard } from '../plugins/remote-guard'
import { singleFile } from '../plugins/single-file'
import { storageFallback } from '../plugins/storage-fallback'
import { subsetFonts } from '../plugins/subset-fonts'

export default defineVitePluginsSetup(options => [
  buildInfo(options),
  ...checkSlides(options),
  subsetFonts(options),
  noScript(options),
  leaveOut(options),
  laterNotes(options),
  firstSlide(options),
  storageFallback(),
  oneStyleSheet(),
  relaySync(),
  ...remoteGuard(),
  ...singleFile(options),
  ...contentSecurity(options), // the last to touch the page, which it takes the hashes of
])
