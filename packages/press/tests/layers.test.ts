import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { intoLayers, LAYERS } from '../layers/layers'

const ROOTS = {
  clientRoot: '/deck/node_modules/@slidev/client',
  themeRoots: ['/deck/node_modules/slidev-theme-x'],
  addonRoots: ['/deck/packages/press', '/deck/node_modules/slidev-addon-y'],
  userRoot: '/deck',
}

/** The layers of a style sheet, each with its rules, without the statement at its head */
async function layered(from: string, css = 'p { color: red }'): Promise<Record<string, string>> {
  const { root } = await postcss([intoLayers(ROOTS)]).process(css, { from })
  return Object.fromEntries(root.nodes.flatMap(node => node.type === 'atrule' && node.name === 'layer' && node.nodes ? [[node.params, node.nodes.join(' ').replaceAll(/\s+/g, ' ').trim()]] : []))
}

describe('the layer of a style sheet', () => {
  it.each([
    ['node_modules/@unocss/reset/tailwind.css', 'reset'],
    ['node_modules/@slidev/client/styles/__uno_preflights.css', 'reset'],
    ['node_modules/@slidev/client/styles/index.css', 'slidev'],
    ['node_modules/katex/dist/katex.min.css', 'slidev'],
    ['node_modules/slidev-theme-x/layouts/cover.vue?vue&type=style&index=0&lang.css', 'theme'],
    ['node_modules/@slidev/client/styles/__uno.css', 'unocss'],
    ['node_modules/@slidev/client/pages/presenter.vue?vue&type=style&index=0&lang.css', 'slidev-views'],
    ['packages/press/pdf/Handout.vue?vue&type=style&index=0&lang.css', 'addons'],
    ['node_modules/slidev-addon-y/styles/index.css', 'addons'],
    ['node_modules/slidev-addon-y/node_modules/z/z.css', 'slidev'],
    ['styles/type.css', 'deck'],
    ['components/StatCounter.vue?vue&type=style&index=0&lang.css', 'components'],
    ['layouts/points.vue?vue&type=style&index=0&lang.css', 'layouts'],
    ['slides.md__slidev_3.md?vue&type=style&index=0&lang.css', 'slides'],
  ])('%s: %s', async (file, layer) => {
    expect(Object.keys(await layered(`/deck/${file}`))).toEqual([layer])
  })

  it('is named after all others are put in order, in every sheet', async () => {
    const { css } = await postcss([intoLayers(ROOTS)]).process('@import "a.css"; p { color: red }', { from: '/deck/styles/type.css' })
    const [, names] = css.match(/^@layer ([^;]+);/) ?? []
    expect(names?.split(', ')).toEqual([...LAYERS.map(layer => `${layer}-important`).reverse(), ...LAYERS])
    expect(css.indexOf('@import')).toBeLessThan(css.indexOf('{'))
  })

  it('keeps what is important in the order of the layers, too', async () => {
    expect(await layered('/deck/styles/a.css', '@media print { p { color: red !important; margin: 0 } } a { top: 0 } @font-face { font-family: x }')).toEqual({
      'deck': '@media print { p { margin: 0 } } a { top: 0 } @font-face { font-family: x }',
      'deck-important': '@media print { p { color: red !important } }',
    })
  })

  it('leaves an empty sheet valid', async () => {
    const { css } = await postcss([intoLayers(ROOTS)]).process('/* nothing */', { from: '/deck/styles/a.css' })
    expect(css).toMatch(/;$/)
  })
})
