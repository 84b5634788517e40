import type { ResolvedSlidevOptions } from '@slidev/types'
import type { PluginOption } from 'vite'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { lookup } from 'mrmime'
import { decoded } from 'slidev-addon-speech/check/content'
import { changeTemplate, MARKDOWN_MODULE } from 'slidev-addon-speech/slide-modules'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { publicFiles } from '../copies/files'

/** Before the addresses that Slidev's overview opens in a window of their own */
const PREFIX = 'import.meta.env.BASE_URL + (__SLIDEV_HASH_ROUTE__ ? \'#/\' : \'\')'

/**
 * With `DECK_SINGLE_FILE=1` and `--router-mode hash`, a build is one HTML file that opens by double click:
 * browsers load no scripts from beside a file. `npm run portable` sets both. Whatever the slides use of public/ is in it.
 */
export function singleFile({ data, userRoot }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>): PluginOption[] {
  if (!process.env.DECK_SINGLE_FILE)
    return []
  const pictures = new Map(publicFiles(userRoot).map(file => [`/${file}`, join(userRoot, 'public', file)]))
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
    transformIndexHtml: {
      order: 'pre',
      handler: html => html
        .replaceAll(/<link rel="preload" as="image"[^>]*>/g, '') // Slidev asks for pictures early by their addresses
        .replace(/(<link rel="icon" href=")([^"]*)/, (_, tag, address) => tag + embed(address, pictures)),
    },
  }, {
    name: 'deck:single-file-addresses',
    enforce: 'pre',
    transform: {
      filter: { id: /@slidev\/client\/env\.ts$/ },
      // its base is the folder, of which a browser would show the files
      handler(code) {
        if (!code.includes(PREFIX))
          this.error(`@slidev/client/env.ts no longer has ${PREFIX}, which single-file.ts replaces: look at what Slidev has there now.`)
        return { code: code.replace(PREFIX, '\'#/\''), map: null }
      },
    },
  }, {
    name: 'deck:single-file-media',
    enforce: 'pre',
    transform: {
      filter: { id: MARKDOWN_MODULE },
      // Vue takes the addresses of pictures and films for files, not those of sound, subtitles and links
      handler: code => ({ code: changeTemplate(code, template => template.replaceAll(/<(?:audio|track|a)\b[^>]*>/g, tag => embedded(tag, pictures))), map: null }),
    },
  }]
}

/** A tag with the file in the place of its address; browsers follow no link to such data, but save it. */
function embedded(tag: string, pictures: Map<string, string>): string {
  const [, name, address = ''] = tag.match(/\b(src|href)="([^"]*)"/) ?? []
  const data = embed(decoded(address), pictures)
  if (data === decoded(address))
    return tag
  const saved = tag.startsWith('<a') && !/\sdownload="/.test(tag) ? ` download="${basename(decoded(address))}"` : ''
  return tag.replace(saved ? /\sdownload\b(?:="")?/ : '', '').replace(`${name}="${address}"`, () => `${name}="${data}"${saved}`)
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
