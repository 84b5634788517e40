import { defineVitePluginsSetup } from '@slidev/types'
import { buildInfo } from '../plugins/build-info'
import { checkSlides } from '../plugins/check-slides'
import { firstSlide } from '../plugins/first-slide'
import { laterNotes } from '../plugins/later-notes'
import { leaveOut } from '../plugins/leave-out'
import { relaySync } from '../plugins/relay-sync'
import { remoteGuard } from '../plugins/remote-guard'
import { singleFile } from '../plugins/single-file'
import { subsetFonts } from '../plugins/subset-fonts'

export default defineVitePluginsSetup(options => [
  buildInfo(options),
  checkSlides(options),
  subsetFonts(options),
  leaveOut(options),
  laterNotes(options),
  firstSlide(options),
  relaySync(),
  ...remoteGuard(),
  ...singleFile(),
])
