import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, Rollup, UserConfig } from 'vite'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { subset } from '../../fonts/subset'
import { isRendererBuild, renderFirstSlide } from './build-renderer'
import { earlyFaces, paintingOf } from './critical'

/** As upright.css has it: lengths divided to a plain number */
const scaleTo = (width: number, height: number) => `min(tan(atan2(100vw,${width}px)),tan(atan2(100dvh,${height}px)))`

/** Ends the waiting of the style sheets, also of one that can't come; before them, so that it misses none. composables/first-slide.ts waits for it. */
const APPLY_SHEETS = 'for(const e of[\'load\',\'error\'])document.addEventListener(e,({target:t})=>{if(t.media===\'print\')t.media=\'all\'},true)'

/**
 * Writes the first slide into index.html, so that it shows before any script or style sheet has come: its markup,
 * rendered by its own layout, the style rules that it takes and its glyphs. Slidev's app, which `setup/main.ts` holds
 * back until it has the same to show, takes its place within one frame.
 */
export function firstSlide(options: ResolvedSlidevOptions): Plugin | undefined {
  if (isRendererBuild(options))
    return
  const { aspectRatio, canvasWidth, routerMode } = options.data.config
  let rendered: Promise<string>
  let base: string

  return {
    name: 'deck:first-slide',
    apply: 'build',
    config: { order: 'post', handler: inOneChunk },
    configResolved(config) {
      base = config.base
    },
    buildStart() {
      rendered = renderFirstSlide(options)
      rendered.catch(() => {}) // told when it is asked for
    },
    transformIndexHtml: {
      order: 'post',
      async handler(page, { bundle }) {
        if (!bundle)
          return
        const sheets = Object.values(bundle).flatMap(file => file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : [])
        const markup = (await rendered)
          .replace('class="slidev-slide-content"', '$& id="slide-content"')
          .replace(/--slidev-slide-scale:\s*0/, `--slidev-slide-scale:${scaleTo(canvasWidth, Math.ceil(canvasWidth / aspectRatio))}`)
        const { html, css, glyphs } = paintingOf(`<div id="app">${markup}</div>`, sheets)
        const faces = await Promise.all([...glyphs].map(async ([face, text]) =>
          [face, await subset(await readFile(join(options.userRoot, 'fonts', face.file)), text)] as const))
        const style = `${css}.first-slide{height:100dvh!important}.elsewhere .first-slide{display:none}${earlyFaces(css, new Map(faces))}`
        const singleFile = Boolean(process.env.DECK_SINGLE_FILE)
        const script = `${APPLY_SHEETS};${whereScript(base, routerMode, singleFile)}`
        return behindFirstSlide(withFirstView(page, bundle, base), singleFile)
          .replace('</title>', () => `</title>\n<style id="first-slide">${style}</style>\n<script>${script}</script>`)
          .replace('<div id="app"></div>', () => html)
      },
    },
  }
}

/** What every view needs: libraries, Slidev's core and its view for the audience */
const CORE = /\/node_modules\/(?:@?vue|@vueuse|vue-router|@antfu)\/|\/@slidev\/(?:parser|client\/(?!pages|builtin|layouts|internals\/(?:Goto|QuickOverview|InfoDialog|Settings|Note|Timer|Print|Screen|Clicks|Form|Export)))|@slidev\/client\/pages\/play\.vue|\/plugins\/left-out\//

/** One file of it instead of twenty, each with a request and a dictionary of its own */
function inOneChunk(config: UserConfig) {
  for (const output of [config.build?.rollupOptions?.output, config.build?.rolldownOptions?.output].flat()) {
    const manualChunks = output?.manualChunks
    if (typeof manualChunks === 'function')
      output!.manualChunks = (id, meta) => CORE.test(id) ? 'core' : manualChunks(id, meta)
  }
}

/** What the first slide is shown with: Slidev's view for the audience, and the slide itself */
const FIRST_VIEW = /@slidev\/client\/pages\/play\.vue$|__slidev_1\.md$/

/** Names in the page what its script would ask for only when it runs. */
function withFirstView(page: string, bundle: Rollup.OutputBundle, base: string): string {
  const seen = new Set<string>()
  const visit = (chunk: Rollup.OutputAsset | Rollup.OutputChunk | undefined) => {
    if (chunk?.type !== 'chunk' || seen.has(chunk.fileName))
      return
    seen.add(chunk.fileName)
    chunk.imports.forEach(file => visit(bundle[file]))
  }
  const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
  chunks.filter(({ fileName }) => page.includes(fileName)).forEach(visit)
  chunks.filter(({ moduleIds }) => moduleIds.some(id => FIRST_VIEW.test(id))).forEach(visit)
  const tags = [...seen].filter(file => !page.includes(file)).map(file => `  <link rel="modulepreload" crossorigin href="${base}${file}">\n`)
  return page.replace('</head>', () => `${tags.join('')}</head>`)
}

/**
 * Lets the slide show before scripts and the style sheet have come: the scripts stand after it, and the sheet waits as
 * if it were for print; `APPLY_SHEETS` puts it in force. In a single file, where it comes at once, it stands after the slide, too.
 */
function behindFirstSlide(page: string, singleFile: boolean): string {
  const tags: string[] = []
  const moved = singleFile
    ? /[ \t]*(?:<script type="module"[^>]*><\/script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>)\n?/g
    : /[ \t]*(?:<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>)\n?/g
  const rest = page
    .replaceAll(moved, (tag) => {
      tags.push(tag)
      return ''
    })
    .replaceAll(/<link rel="stylesheet"([^>]*)>/g, '<link rel="preload" as="style"$1>\n  <link rel="stylesheet" media="print"$1>')
  return rest.replace('</body>', () => `${tags.join('')}</body>`)
}

/** At any other address than the first slide's it must not show: a script in the head knows before the body comes. */
function whereScript(base: string, routerMode: string, singleFile: boolean): string {
  const path = routerMode === 'hash' || singleFile ? 'location.hash.slice(1)' : `location.pathname.slice(${base.length - 1})`
  return `if(location.search||!/^\\/?(1|index\\.html)?$/.test(${path}))document.documentElement.classList.add('elsewhere')`
}
