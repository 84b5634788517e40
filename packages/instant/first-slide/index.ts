import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin, Rollup, UserConfig } from 'vite'
import process from 'node:process'
import subsetFont from 'subset-font'
import { isRendererBuild, renderFirstSlide } from './build-renderer'
import { EARLY, earlyFaces, paintingOf } from './critical'
import { facesOf } from './faces'

/** By the window's size as slidev-addon-podium/browsers/start-page.ts keeps it: browsers of the venue can't divide lengths */
const scaleTo = (width: number, height: number) => `min(calc(var(--window-width)/${width}),calc(var(--window-height)/${height}))`

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
        const sheets = sheetsOf(bundle)
        const markup = (await rendered)
          .replace('class="slidev-slide-content"', '$& id="slide-content"')
          .replace(/--slidev-slide-scale:\s*0/, `--slidev-slide-scale:${scaleTo(canvasWidth, Math.ceil(canvasWidth / aspectRatio))}`)
        const { html, css, glyphs } = paintingOf(`<div id="app">${markup}</div>`, sheets, facesOf(sheets, bundle))
        const faces = await Promise.all([...glyphs].map(async ([face, text]) =>
          [face, await subsetFont(face.font, text, { targetFormat: 'woff2' })] as const))
        const style = `${css}.first-slide{height:100dvh!important}.elsewhere .first-slide{display:none}${earlyFaces(css, new Map(faces))}`
        return toBodyEnd(withFirstView(page, bundle, base))
          .replace('</head>', () => `<style id="first-slide">${style}</style>\n<script>${headScript(base, routerMode, Boolean(process.env.DECK_SINGLE_FILE))}</script>\n</head>`)
          .replace('<div id="app"></div>', () => html)
      },
    },
  }
}

/** The style sheet that the first slide is shown with: one-style-sheet.ts makes one of all. */
function sheetsOf(bundle: Rollup.OutputBundle): string[] {
  return Object.values(bundle).flatMap(file => file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : [])
}

/** What every view needs: libraries, Slidev's core and its view for the audience */
const CORE = /\/node_modules\/(?:@?vue|@vueuse|vue-router|@antfu)\/|\/@slidev\/(?:parser|client\/(?!pages|builtin|layouts|internals\/(?:Goto|QuickOverview|InfoDialog|Settings|Note|Timer|Print|Screen|Clicks|Form|Export)))|@slidev\/client\/pages\/play\.vue|instant\/stubs\//

/** One file of it instead of twenty, each with a request and a dictionary of its own */
function inOneChunk(config: UserConfig) {
  for (const output of [config.build?.rollupOptions?.output, config.build?.rolldownOptions?.output].flat()) {
    const manualChunks = output?.manualChunks
    if (typeof manualChunks === 'function')
      output!.manualChunks = (id, meta) => CORE.test(id) ? 'core' : manualChunks(id, meta)
  }
}

/** What the page's script asks for before anything else: Slidev's view for the audience, and the first slide */
const FIRST_VIEW = /@slidev\/client\/pages\/play\.vue$|__slidev_1\.md$/

/** Names in the page what its script would ask for only when it runs. */
function withFirstView(page: string, bundle: Rollup.OutputBundle, base: string): string {
  const files = new Set<string>()
  const visit = (file: Rollup.OutputAsset | Rollup.OutputChunk | undefined) => {
    if (file?.type === 'chunk' && !files.has(file.fileName)) {
      files.add(file.fileName)
      file.imports.forEach(name => visit(bundle[name]))
    }
  }
  Object.values(bundle).filter(file => file.type === 'chunk' && file.moduleIds.some(id => FIRST_VIEW.test(id))).forEach(visit)
  const tags = [...files].filter(file => !page.includes(file)).map(file => `  <link rel="modulepreload" crossorigin href="${base}${file}">\n`)
  return page.replace('</head>', () => `${tags.join('')}</head>`)
}

/** Scripts and style sheets come after the slide, so that it shows without waiting for them. */
function toBodyEnd(page: string): string {
  const tags: string[] = []
  const rest = page.replaceAll(/[ \t]*(?:<script type="module"[^>]*><\/script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>)\n?/g, (tag) => {
    tags.push(tag)
    return ''
  })
  return rest.replace('</body>', () => `${tags.join('')}</body>`)
}

/**
 * At any other address than the first slide's it must not show: a script in the head knows before the body comes.
 * Else it asks for the early fonts, which a browser waits for then; it would set the slide in a font of the system first.
 */
function headScript(base: string, routerMode: string, singleFile: boolean): string {
  const path = routerMode === 'hash' || singleFile ? 'location.hash.slice(1)' : `location.pathname.slice(${base.length - 1})`
  return `if(location.search||!/^\\/?(1|index\\.html)?$/.test(${path}))document.documentElement.classList.add('elsewhere')
else document.fonts.forEach(face=>face.family.includes('${EARLY}')&&face.load())`
}
