import { defineVitePluginsSetup } from '@slidev/types'
import { copy } from '../copies/plugin'
import { layers } from '../layers/layers'
import { manuscript } from '../manuscript/plugin'
import { declareScheme } from '../portable/color-scheme'
import { contentSecurity } from '../portable/content-security'
import { noScript } from '../portable/no-script'
import { singleFile } from '../portable/single-file'
import { holdExport } from '../pptx/hold-export'

export default defineVitePluginsSetup(options => [
  ...copy(options),
  layers(options),
  ...declareScheme(options),
  noScript(options),
  manuscript(options),
  ...holdExport(options),
  ...singleFile(options),
  ...contentSecurity(options),
])
