import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decoded } from 'slidev-addon-speech/check/content'
import { DECK_KEYS, SLIDE_KEYS } from 'slidev-addon-speech/check/vocabulary'
import { clientSources } from 'slidev-addon-speech/client-sources'
import { changeTemplate, FRONTMATTER_MODULE, MARKDOWN_MODULE } from 'slidev-addon-speech/slide-modules'
import { copyHere, deckOf } from './copy'
import { filesOfOthers } from './files'

type Options = Pick<ResolvedSlidevOptions, 'data' | 'roots' | 'clientRoot' | 'userRoot' | 'withoutNotes'>

/** Kept with the deck's data: Slidev loads this file anew for every build, also for that of the first slide. */
const DONE = Symbol.for('deck:copy')
/** How Slidev's list of slides names one of them */
const SLIDE = /^\/@slidev\/slides\/(\d+)\/(md|frontmatter)$/
/** A slide's YAML as it was typed, with its comments: Slidev blanks the rest of the source in a build, and forgets this. */
const YAML = /"frontmatterRaw":"(?:[^"\\]|\\.)*"/

/**
 * Leaves out of a build what its copy is not to hold: the slides that it goes without, and, where it is for attendees,
 * whatever of the others nobody sees: notes, comments, and frontmatter that no layout or view reads. Files of public/ that
 * only the left-out slides name stay behind with them.
 */
export function copy(options: Options): Plugin[] {
  const { data } = options
  const here = copyHere()
  const attendees = here.attendees || Boolean(options.withoutNotes)
  if (!(DONE in data)) {
    const kept = deckOf(data, { ...here, attendees })
    const notTaken = attendees || here.range ? filesOfOthers(data, kept.slides, options.userRoot) : []
    Object.assign(data, kept, { [DONE]: notTaken })
    if (attendees)
      dropUnread(options)
  }
  return [...attendees || here.range
    ? [ownList(options), withoutFiles((data as typeof data & { [DONE]: string[] })[DONE])]
    : [], {
    name: 'deck:no-comments',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: [MARKDOWN_MODULE, FRONTMATTER_MODULE] },
      handler: (code, id) => ({
        // Vue would keep comments by the NODE_ENV of the caller
        code: MARKDOWN_MODULE.test(id)
          ? changeTemplate(code, template => template.replaceAll(/<!--[\s\S]*?-->/g, ''))
          : code.replace(YAML, '"frontmatterRaw":""'),
        map: null,
      }),
    },
  }]
}

/** Slidev has put the list of slides down before any are left out, each with the file that it is from. */
function ownList({ data }: Options): Plugin {
  return {
    name: 'deck:copy',
    enforce: 'pre',
    load: {
      order: 'pre',
      filter: { id: SLIDE },
      handler(id) {
        const [, no, type] = SLIDE.exec(id) ?? []
        const slide = data.slides[Number(no) - 1]
        if (!slide)
          return
        const source = JSON.stringify(`${slide.source.filepath}__slidev_${no}.${type}`)
        return `export * from ${source}\nexport { default } from ${source}`
      },
    },
  }
}

/** Vite copies the whole of public/, and Slidev has the page fetch the pictures of the first slides ahead. */
function withoutFiles(files: string[]): Plugin {
  let folder = ''
  let addresses: string[] = []
  return {
    name: 'deck:copy-files',
    apply: 'build',
    configResolved({ root, base, build }) {
      folder = resolve(root, build.outDir)
      addresses = files.flatMap(file => [`/${file}`, base + file])
    },
    transformIndexHtml: {
      order: 'post',
      handler: page => page.replaceAll(/<link rel="preload" as="image" href="([^"]*)">\s*/g, (link, address) => addresses.includes(decoded(address)) ? '' : link),
    },
    closeBundle() {
      for (const file of files)
        rmSync(join(folder, file), { force: true })
    },
  }
}

/** Takes the frontmatter away that nothing reads: a remark of the author's goes no further. */
function dropUnread({ data, roots, clientRoot }: Options) {
  const sources = [...clientSources([...roots, clientRoot])].filter(([file]) => file.endsWith('.vue')).map(([, text]) => withoutRemarks(text)).join('\n')
  const reads = (key: string, ...more: string[]) => [sources, ...more].some(text => new RegExp(`[.{,'"\\s]${escaped(key)}['"?:,}\\s)]`).test(text))
  for (const slide of data.slides)
    slide.frontmatter = kept(slide.frontmatter, key => SLIDE_KEYS.includes(key) || reads(key, slide.content))
  if (data.headmatter.defaults)
    data.headmatter.defaults = kept(data.headmatter.defaults as object, key => SLIDE_KEYS.includes(key) || reads(key))
  data.config = kept(data.config, key => DECK_KEYS.includes(key) || reads(key))
}

function kept<T extends object>(record: T, keep: (key: string) => boolean): T {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keep(key))) as T
}

function escaped(key: string): string {
  return key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A component without its comments and styles */
function withoutRemarks(source: string): string {
  return source.replaceAll(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}
