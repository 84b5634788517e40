import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'

/** Tells browsers, before anything shows, that a deck of one colour scheme keeps it: some turn light pages dark by themselves. */
export function declareScheme({ data }: Pick<ResolvedSlidevOptions, 'data'>): Plugin[] {
  const { colorSchema } = data.config
  if (colorSchema !== 'light' && colorSchema !== 'dark')
    return []
  return [{
    name: 'deck:color-scheme',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'color-scheme', content: `only ${colorSchema}` }, injectTo: 'head-prepend' }],
  }]
}
