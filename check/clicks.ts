import type { SlideInfo } from '@slidev/types'

type Frontmatter = SlideInfo['frontmatter']

/** Clicks that layouts ask for with `v-click`, by their data; the others ask for none */
const CLICKS_OF_LAYOUTS: Record<string, (frontmatter: Frontmatter) => number> = {
  'leads-to': ({ reveal }) => reveal ? 1 : 0,
  'problem-task': () => 1,
  'stories': ({ stories }) => stories.length - 1,
}

/** What makes clicks in the content of a slide */
const CLICKING = /v-?clicks?\b|v-?after\b|v-?switch\b|\bat="|```\S*\s*\{/i

/**
 * Clicks of a slide, as Slidev counts them in the browser.
 *
 * @returns undefined if its content may have some of its own: these are counted only there
 */
export function clicksOf(frontmatter: Frontmatter, layout: string, content: string): number | undefined {
  if (typeof frontmatter.clicks === 'number')
    return frontmatter.clicks
  return CLICKING.test(content) ? undefined : CLICKS_OF_LAYOUTS[layout]?.(frontmatter) ?? 0
}
