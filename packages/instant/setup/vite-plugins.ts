import { defineVitePluginsSetup } from '@slidev/types'
import { firstSlide } from '../first-slide'
import { leaveOut } from '../leave-out'
import { namedFiles } from '../named-files'
import { oneStyleSheet } from '../one-style-sheet'

export default defineVitePluginsSetup(options => [
  namedFiles(),
  leaveOut(options),
  firstSlide(options),
  oneStyleSheet(),
])
