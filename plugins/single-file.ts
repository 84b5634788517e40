import type { ResolvedSlidevOptions } from '@slidev/types'
import type { PluginOption } from 'vite'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import process from 'node:process'
import { lookup } from 'mrmime'
import { viteSingleFile } from 'vite-plugin-singlefile'

/**
 * With `DECK_SINGLE_FILE=1` and `--router-mode hash`, a build is one HTML file that opens by double click:
 * browsers load no scripts from beside a file. `npm run portable` sets both. Whatever the slides use of public/ is in it.
 */
export function singleFile({ data, userRoot }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>): PluginOption[] {
  if (!process.env.DECK_SINGLE_FILE)
    return []
  const folder = join(userRoot, 'public')
  const pictures = new Map(filesIn(folder).map(file => [`/${file.split(sep).join('/')}`, join(folder, file)]))
  data.config.preloadImages = false // they come with the page
  for (const slide of data.slides)
    slide.frontmatter = embed(slide.frontmatter, pictures)
  return [viteSingleFile(), {
    name: 'deck:single-file',
    config: {
      order: 'post',
      handler(config) {
        // Slidev's own chunks, which can't go with a single one
        const outputs = [config.build?.rollupOptions?.output, config.build?.rolldownOptions?.output].flat()
        for (const output of outputs)
          delete output?.manualChunks
        config.publicDir = false // its files are taken for sources like any other
        return { resolve: { alias: [...pictures].map(([find, replacement]) => ({ find, replacement })) } }
      },
    },
    // Slidev asks for pictures early by their addresses
    transformIndexHtml: { order: 'pre', handler: html => html.replaceAll(/<link rel="preload" as="image"[^>]*>/g, '') },
  }]
}

function filesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : []
}

/** Frontmatter, with the pictures in the place of their addresses */
function embed<Data>(value: Data, pictures: Map<string, string>): Data
function embed(value: unknown, pictures: Map<string, string>): unknown {
  if (Array.isArray(value))
    return value.map(item => embed(item, pictures))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, embed(item, pictures)]))
  const file = typeof value === 'string' && pictures.get(value)
  return file ? `data:${lookup(file) ?? ''};base64,${readFileSync(file, 'base64')}` : value
}
