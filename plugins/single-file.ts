import type { PluginOption } from 'vite'
import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import process from 'node:process'
import { viteSingleFile } from 'vite-plugin-singlefile'

/**
 * With `DECK_SINGLE_FILE=1` and `--router-mode hash`, a build is one HTML file that opens by double click:
 * browsers load no scripts from beside a file. `npm run portable` sets both.
 */
export function singleFile({ userRoot }: { userRoot: string }): PluginOption[] {
  if (!process.env.DECK_SINGLE_FILE)
    return []
  const pictures = join(userRoot, 'public')
  return [viteSingleFile(), {
    name: 'deck:single-chunk',
    config: {
      order: 'post',
      handler(config) {
        // Slidev's own chunks, which can't go with a single one
        const outputs = [config.build?.rollupOptions?.output, config.build?.rolldownOptions?.output].flat()
        for (const output of outputs)
          delete output?.manualChunks
        // taken for sources like any other, whatever lies in public/ comes into the page
        config.publicDir = false
        return { resolve: { alias: files(pictures).map(file => ({ find: `/${file}`, replacement: join(pictures, file) })) } }
      },
    },
  }]
}

/** All files below a folder, by their path with forward slashes */
function files(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join('/'))
    : []
}
