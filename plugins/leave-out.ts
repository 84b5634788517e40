import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

type Deck = Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>

/** Something that Slidev brings to every deck, and what takes its place in one that does without it */
interface Feature {
  /** Whether the deck uses it; asked at every build, so that it comes back by itself */
  used: (config: Deck['data']['config'], sources: string) => boolean
  /** The ends of the modules' paths, each with its stand-in in plugins/left-out */
  standIns: Record<string, string>
}

/** Whether the deck's slides, layouts and components say this somewhere */
const says = (pattern: RegExp): Feature['used'] => (_, sources) => pattern.test(sources)

const FEATURES: Feature[] = [
  // Vue's compiler, for templates that are strings in a script
  { used: says(/\btemplate\s*:\s*['"`]|\bcompile\(/), standIns: { 'vue/dist/vue.esm-bundler.js': 'vue.ts' } },
  {
    used: ({ twoslash }, sources) => Boolean(twoslash) || /floating-vue|\bv-tooltip\b|<V?(?:Tooltip|Dropdown|Menu)\b/.test(sources),
    standIns: {
      'floating-vue': 'floating-vue.ts',
      '@shikijs/vitepress-twoslash/client': 'floating-vue.ts',
      '@shikijs/vitepress-twoslash/style.css': 'empty.css',
      'styles/shiki-twoslash.css': 'empty.css',
    },
  },
  // code in a slide is coloured at build; what it needs in the browser is its styles
  {
    used: says(/```|~~~|<pre\b|CodeGroup|magic-move|<Monaco\b/i),
    standIns: { '@shikijs/magic-move/style.css': 'empty.css', 'client/styles/code.css': 'empty.css', 'theme-default/styles/prism.css': 'empty.css' },
  },
  {
    used: says(/^\s*>\s*\[!/m),
    standIns: Object.fromEntries(['light', 'dark-media'].map(name => [`github-alerts/styles/github-colors-${name}.css`, 'empty.css']).concat([['github-alerts/styles/github-base.css', 'empty.css']])),
  },
  { used: ({ drawings }) => drawings.enabled !== false || Boolean(drawings.persist), standIns: { 'drauu': 'drauu.ts', 'DrawingControls.vue': 'nothing.ts' } },
  { used: says(/\bv-?drag/i), standIns: { 'modules/v-drag': 'v-drag.ts', 'DragControl.vue': 'nothing.ts' } },
  { used: says(/\bv-mark\b/), standIns: { 'modules/v-mark': 'v-mark.ts' } },
  { used: says(/\bv-motion\b|@vueuse\/motion/), standIns: { 'modules/v-motion': 'v-motion.ts' } },
  { used: ({ contextMenu }) => contextMenu !== false, standIns: { 'ContextMenu.vue': 'nothing.ts' } },
  // Slidev's parser, of which the browser needs ranges like 2-5 only
  { used: says(/from 'yaml'/), standIns: { 'yaml': 'yaml.ts', 'yaml/browser/index.js': 'yaml.ts', 'yaml/dist/index.js': 'yaml.ts' } },
  { used: says(/\buse(?:SeoMeta|HeadSafe|Script|ServerHead)\b/), standIns: { '@unhead/vue': 'unhead.ts', '@unhead/vue/client': 'unhead.ts' } },
]

/** Dialogs and menus of Slidev that nobody sees before they ask for them: fetched when the first slide is up */
const LATER = /\/(?:Goto|QuickOverview|InfoDialog|Settings)\.vue$/

const standInFolder = fileURLToPath(new URL('left-out', import.meta.url))

/**
 * Leaves out of a build what Slidev brings and the deck does not use, and fetches its dialogs later.
 * Whatever slide, layout or component begins to use a feature has it with the next build; should one be reached in
 * a way that this plugin can't see, its stand-in throws an error that says so.
 */
export function leaveOut({ data, userRoot }: Deck): Plugin {
  const sources = [...data.slides.map(({ content }) => content), ...ownSources(userRoot)].join('\n')
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
        return join(standInFolder, 'transitions.ts')
      const [, standIn] = standIns.find(([end]) => source === end || source.endsWith(`/${end}`) || isRelativeTo(source, importer, end)) ?? []
      if (standIn)
        return join(standInFolder, standIn)
      if (source.endsWith('/assets/logo.png')) // 94 kB; Slidev has the same as a drawing
        return this.resolve(source.replace('png', 'svg'), importer)
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
        import { whenIdle } from ${JSON.stringify(join(userRoot, 'composables/when-idle.ts'))}
        export default defineAsyncComponent(() => whenIdle().then(() => import(${JSON.stringify(id.slice('\0later:'.length))})))`
    },
  }
}

/** `./code.css` from Slidev's styles is `client/styles/code.css` */
function isRelativeTo(source: string, importer: string, end: string): boolean {
  return source.startsWith('.') && join(importer, '..', source).endsWith(`/${end}`)
}

/** The deck's own components: what stands at its root and in the folders that Slidev and Vite read */
function ownSources(root: string): string[] {
  const folders = ['components', 'composables', 'layouts', 'setup', 'views'].filter(folder => existsSync(join(root, folder)))
  const files = [
    ...readdirSync(root),
    ...folders.flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name))),
  ]
  return files.filter(file => file.endsWith('.vue') || (file.endsWith('.ts') && file.includes(sep))).map(file => readFileSync(join(root, file), 'utf8'))
}
