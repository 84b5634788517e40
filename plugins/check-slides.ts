import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import type { Plugin } from 'vite'
import { relative } from 'node:path'
import { figureFault } from '../composables/figure'

/** What a slide's frontmatter gets wrong, in sentences for the person who typed it; empty if nothing. */
export function slideFaults({ frontmatter }: Pick<SlideInfo, 'frontmatter'>): string[] {
  const faults: string[] = []

  const { draft } = frontmatter
  if (draft !== undefined && typeof draft !== 'boolean')
    faults.push(`draft 只能是 true（拟稿）或 false，而不是 ${JSON.stringify(draft)}；已定稿就删去这一行`)

  for (const [path, value] of figuresIn(frontmatter)) {
    const fault = figureFault(value)
    if (fault)
      faults.push(`${path} ${fault}`)
  }
  return faults
}

/** Frontmatter keys whose values the layouts show as figures */
const FIGURE_KEYS = ['value', 'before', 'after']

function* figuresIn(data: unknown, path: string[] = []): Generator<[path: string, value: unknown]> {
  if (typeof data !== 'object' || data === null)
    return
  for (const [key, value] of Object.entries(data)) {
    if (FIGURE_KEYS.includes(key))
      yield [[...path, key].join('.'), value]
    else
      yield* figuresIn(value, [...path, key])
  }
}

/**
 * Stops the build, and shows Vite's overlay in dev, when a slide's frontmatter
 * says something that the deck can't take. Checked slide by slide as Slidev
 * compiles them, so that an edit is told of its own mistakes at once.
 */
export function checkSlides({ data, userRoot }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>): Plugin {
  return {
    name: 'deck:check-slides',
    enforce: 'pre',
    transform(_, id) {
      const page = Number(id.match(/__slidev_(\d+)\.(?:md|frontmatter)$/)?.[1])
      const slide = data.slides[page - 1]
      const faults = slide ? slideFaults(slide) : []
      if (faults.length > 0) {
        const file = relative(userRoot, slide.source.filepath)
        this.error([`${file} 第 ${page} 页《${slide.title ?? '无标题'}》：`, ...faults].join('\n  '))
      }
    },
  }
}
