import { describe, expect, it } from 'vitest'
import { declareScheme } from '../portable/color-scheme'

function tagsOf(colorSchema: string) {
  return declareScheme({ data: { config: { colorSchema } } } as Parameters<typeof declareScheme>[0])
    .flatMap(({ transformIndexHtml }) => (transformIndexHtml as () => object[])())
}

describe('a browser that turns light pages dark', () => {
  it.each(['light', 'dark'])('is told before anything shows to leave a deck that is %s only', (scheme) => {
    expect(tagsOf(scheme)).toEqual([{ tag: 'meta', attrs: { name: 'color-scheme', content: `only ${scheme}` }, injectTo: 'head-prepend' }])
  })

  it('may do so with a deck that has both', () => {
    expect(tagsOf('auto')).toEqual([])
  })
})
