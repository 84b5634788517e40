import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clientSources } from 'slidev-addon-speech/client-sources'

type Deck = Pick<ResolvedSlidevOptions, 'data' | 'roots'>

/** Something that Slidev brings to every deck, and what takes its place in one that does without it */
interface Feature {
  /** Whether the deck uses it; asked at every build, so that it comes back by itself */
  used: (config: Deck['data']['config'], sources: string) => boolean
  /** The ends of the modules' paths, each with its stand-in in stubs/ */
  standIns: Record<string, string>
}

/** Whether the deck's slides, layouts and components say this somewhere */
const says = (pattern: RegExp): Feature['used'] => (_, sources) => pattern.test(sources)

const FEATURES: Feature[] = [
  // Vue's compiler, for templates that are strings in a script
  { used: says(/(?<![-\w])template\s*:\s*['"`]|\bcompile\(/), standIns: { 'vue/dist/vue.esm-bundler.js': 'vue' } },
  {
    used: ({ twoslash }, sources) => Boolean(twoslash) || /floating-vue|\bv-tooltip\b|<V?(?:Tooltip|Dropdown|Menu)\b/.test(sources),
    standIns: {
      'floating-vue': 'floating-vue',
      '@shikijs/vitepress-twoslash/client': 'floating-vue',
      '@shikijs/vitepress-twoslash/style.css': 'empty.css',
      'styles/shiki-twoslash.css': 'empty.css',
    },
  },
  { used: ({ drawings }) => drawings.enabled !== false || Boolean(drawings.persist), standIns: { 'drauu': 'drauu', 'DrawingControls.vue': 'nothing' } },
  { used: says(/\bv-?drag/i), standIns: { 'modules/v-drag': 'v-drag', 'DragControl.vue': 'nothing' } },
  { used: says(/\bv-mark\b/), standIns: { 'modules/v-mark': 'v-mark' } },
  { used: says(/\bv-motion\b|@vueuse\/motion/), standIns: { 'modules/v-motion': 'v-motion' } },
  // Slidev's parser, of which the browser needs ranges like 2-5 only
  { used: says(/from 'yaml'/), standIns: { 'yaml': 'yaml', 'yaml/browser/index.js': 'yaml', 'yaml/dist/index.js': 'yaml' } },
  { used: says(/\buse(?:SeoMeta|HeadSafe|Script|ServerHead)\b/), standIns: { '@unhead/vue': 'unhead', '@unhead/vue/client': 'unhead' } },
]

/** Dialogs and menus of Slidev that nobody sees before they ask for them: fetched when the first slide is up */
const LATER = /\/(?:Goto|QuickOverview|InfoDialog|Settings)\.vue$/

const standInFolder = fileURLToPath(new URL('stubs', import.meta.url))
/** Of this file and its stand-ins: TypeScript here, JavaScript in a published package */
const SCRIPT = extname(import.meta.url)

/**
 * Leaves out of a build what Slidev brings and the deck does not use, and fetches its dialogs later.
 * Whatever slide, layout or component begins to use a feature has it with the next build; should one be reached in
 * a way that this plugin can't see, its stand-in throws an error that says so.
 */
export function leaveOut({ data, roots }: Deck): Plugin {
  const sources = [...data.slides.map(({ content }) => content), ...clientSources(roots).values()].join('\n')
  const onlyFades = [data.headmatter, ...data.slides.map(({ frontmatter }) => frontmatter)].every(({ transition = 'fade' }) => transition === 'fade')
  const standIns = FEATURES.filter(({ used }) => !used(data.config, sources)).flatMap(feature => Object.entries(feature.standIns))

  return {
    name: 'deck:leave-out',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer)
        return
      if (source.endsWith('/vue.esm-bundler.js') && (importer.includes('/CurrentProgressBar.vue') || (onlyFades && importer.includes('/SlidesShow.vue'))))
        return fileOf('transitions')
      const [, standIn] = standIns.find(([end]) => source === end || source.endsWith(`/${end}`) || isRelativeTo(source, importer, end)) ?? []
      if (standIn)
        return fileOf(standIn)
      if (LATER.test(source) && importer.includes('@slidev/client') && !importer.startsWith('\0later:')) {
        const resolved = await this.resolve(source, importer, { skipSelf: true })
        return resolved && `\0later:${resolved.id}`
      }
    },
    load(id) {
      if (!id.startsWith('\0later:'))
        return
      return `
        import { defineAsyncComponent } from 'vue'
        import { whenIdle } from 'slidev-addon-podium/when-idle'
        export default defineAsyncComponent(() => whenIdle().then(() => import(${JSON.stringify(id.slice('\0later:'.length))})))`
    },
  }
}

function fileOf(standIn: string): string {
  return join(standInFolder, standIn.endsWith('.css') ? standIn : standIn + SCRIPT)
}

/** `./code.css` from Slidev's styles is `client/styles/code.css` */
function isRelativeTo(source: string, importer: string, end: string): boolean {
  return source.startsWith('.') && join(importer, '..', source).endsWith(`/${end}`)
}
