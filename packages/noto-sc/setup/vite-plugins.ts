import { defineVitePluginsSetup } from '@slidev/types'
import { subsetFonts } from '../subset-fonts'

export default defineVitePluginsSetup(options => [subsetFonts(options)])
