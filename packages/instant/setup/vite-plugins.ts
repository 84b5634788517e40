import { defineVitePluginsSetup } from '@slidev/types'
import { firstSlide } from '../first-slide'
import { leaveOut } from '../leave-out'
import { oneStyleSheet } from '../one-style-sheet'

export default defineVitePluginsSetup(options => [
  leaveOut(options),
  firstSlide(options),
  oneStyleSheet(),
])
