import type { PluginOption } from 'vite'
import process from 'node:process'
import { viteSingleFile } from 'vite-plugin-singlefile'

/**
 * With `DECK_SINGLE_FILE=1` and `--router-mode hash`, a build is one HTML file that opens by double click:
 * browsers load no scripts from beside a file.
 */
export function singleFile(): PluginOption[] {
  if (!process.env.DECK_SINGLE_FILE)
    return []
  return [viteSingleFile(), {
    name: 'deck:single-chunk',
    config: {
      order: 'post',
      handler({ build }) {
        // Slidev's own chunks, which can't go with a single one
        const outputs = [build?.rollupOptions?.output, build?.rolldownOptions?.output].flat()
        for (const output of outputs)
          delete output?.manualChunks
      },
    },
  }]
}
