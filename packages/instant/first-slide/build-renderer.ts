import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, PluginOption, Rollup } from 'vite'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ViteSlidevPlugin } from '@slidev/cli'
import { build } from 'vite'

const SLIDES = '/@slidev/slides'
/** Plugins of the deck's own build that this one can do without */
const NEEDLESS = /unocss|inspect|remote-assets|static-copy|check-slides/

/** Marks the options of the build that makes the renderer, which must not make one in turn. Slidev loads this file anew for it. */
const RENDERER = Symbol.for('deck:first-slide-renderer')
export const isRendererBuild = (options: object) => RENDERER in options

/** The HTML of the first slide, rendered in Node by the components that the browser gets */
export async function renderFirstSlide(options: ResolvedSlidevOptions): Promise<string> {
  const plugins = await flat(await ViteSlidevPlugin({ ...options, [RENDERER]: true } as ResolvedSlidevOptions))
  const output = await build({
    configFile: false,
    root: options.userRoot,
    logLevel: 'error',
    // all that Slidev asks of a browser while it renders one slide
    define: { '__VUE_PROD_DEVTOOLS__': false, 'window.navigator.userAgent': '""', 'location.search': '""' },
    plugins: [...plugins.filter(({ name }) => !NEEDLESS.test(name)), firstSlideOnly(options)],
    build: { ssr: fileURLToPath(new URL(`render${extname(import.meta.url)}`, import.meta.url)), write: false, minify: false },
    ssr: { noExternal: true },
  }) as Rollup.RollupOutput
  return run(output, join(options.userRoot, 'node_modules/.cache/first-slide', String(process.pid)))
}

/**
 * Slidev's list of slides as far as the first one may ask for it: itself, and what the outline is made of. Slidev's own has
 * four modules for each slide, which would make this build as long as the deck's.
 */
function firstSlideOnly({ data }: ResolvedSlidevOptions): Plugin {
  const metas = data.slides.map(({ title, level, frontmatter }) => {
    const all = { ...data.headmatter.defaults as object, ...frontmatter }
    return { ...all, slide: { title, level, frontmatter: all } }
  })
  return {
    name: 'deck:first-slide-only',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler(source) {
        if (source.endsWith('.js/server-renderer')) // Slidev's alias for vue takes its subpaths along
          return this.resolve('@vue/server-renderer')
      },
    },
    load: {
      order: 'pre',
      handler: id => id === SLIDES
        ? `
          import { shallowRef } from 'vue'
          import { meta } from '${SLIDES}/1/frontmatter'
          import component from '${SLIDES}/1/md'
          const others = ${JSON.stringify(metas.slice(1))}
          export const slides = shallowRef([{ no: 1, meta, component }, ...others.map((meta, index) => ({ no: index + 2, meta }))])`
        : undefined,
    },
  }
}

async function run({ output }: Rollup.RollupOutput, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    for (const file of output) {
      const path = join(folder, file.fileName)
      await mkdir(join(path, '..'), { recursive: true })
      await writeFile(path, file.type === 'chunk' ? file.code : file.source)
    }
    const entry = output.find(file => file.type === 'chunk' && file.isEntry)!
    const { render } = await import(pathToFileURL(join(folder, entry.fileName)).href)
    return await render()
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function flat(option: PluginOption): Promise<Plugin[]> {
  const value = await option
  return Array.isArray(value) ? (await Promise.all(value.map(flat))).flat() : value ? [value] : []
}
