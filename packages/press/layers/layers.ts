import type { ResolvedSlidevOptions } from '@slidev/types'
import type { AtRule, Container, Plugin as PostcssPlugin, Root } from 'postcss'
import type { Plugin } from 'vite'
import { realpathSync } from 'node:fs'
import { normalizePath } from 'vite'

type Roots = Pick<ResolvedSlidevOptions, 'clientRoot' | 'themeRoots' | 'addonRoots' | 'userRoot'>

/**
 * The cascade layers, from the weakest to the strongest. Slidev's own views come after UnoCSS, whose classes they refine;
 * a layout comes after the components that it is made of, and a slide's own `<style>` after all.
 */
export const LAYERS = ['reset', 'slidev', 'theme', 'unocss', 'slidev-views', 'addons', 'deck', 'components', 'layouts', 'slides'] as const
type Layer = typeof LAYERS[number]

/** `!important` turns the order of layers round. Layers of their own, in the opposite order, keep the strongest strongest. */
const important = (layer: Layer) => `${layer}-important`
const STATEMENT = [...LAYERS.map(important).reverse(), ...LAYERS].join(', ')

/**
 * Puts every style sheet into a cascade layer by where it comes from, in dev and in every build. Which rule wins is then
 * the same whatever the order in which a bundler or a server hands out the sheets. Each sheet says the order of all layers,
 * so that any may come first.
 */
export function layers(roots: Roots): Plugin {
  return {
    name: 'deck:layers',
    config: () => ({ css: { postcss: { plugins: [intoLayers(roots)] } } }),
  }
}

/** The same for PostCSS */
export function intoLayers(roots: Roots): PostcssPlugin {
  const layerOf = layerFinder(roots)
  return {
    postcssPlugin: 'deck-layers',
    OnceExit(root, { result, AtRule }) {
      const layer = layerOf(result.opts.from ?? '')
      const strong = splitImportant(root)
      const wrapped = (name: string, nodes: Root) => nodes.nodes.length > 0 ? [new AtRule({ name: 'layer', params: name, nodes: nodes.nodes })] : []
      const head = root.nodes.filter(isHead)
      head.forEach(node => node.remove())
      const blocks = [...wrapped(layer, root.clone()), ...wrapped(important(layer), strong)]
      root.removeAll()
      root.raws.semicolon = true // after the statement, should it stand alone
      root.append(new AtRule({ name: 'layer', params: STATEMENT }), ...head, ...blocks)
    },
  }
}

/** What has to stand before all rules */
function isHead(node: { type: string }): boolean {
  return node.type === 'atrule' && ['charset', 'import'].includes((node as AtRule).name)
}

/** Takes the declarations with `!important` out of a sheet, into one of its own. */
function splitImportant(root: Root): Root {
  const strong = root.clone()
  keepDeclarations(root, ({ important }) => !important)
  keepDeclarations(strong, ({ important }) => Boolean(important))
  return strong
}

/** Drops rules that have nothing left; what is no rule (`@font-face`, `@keyframes`, `@property`) stays with the normal ones. */
function keepDeclarations(container: Container, keep: (declaration: { important?: boolean }) => boolean) {
  const normal = keep({ important: false })
  container.each((node) => {
    if (node.type === 'comment' || (node.type === 'decl' && !keep(node)))
      node.remove()
    else if (node.type === 'rule' || (node.type === 'atrule' && node.nodes && !/^(?:font-face|page|property|counter-style|(?:-webkit-)?keyframes)$/.test(node.name)))
      keepDeclarations(node, keep)
    else if (node.type === 'atrule' && !normal)
      node.remove()
    if ((node.type === 'rule' || node.type === 'atrule') && node.nodes?.length === 0)
      node.remove()
  })
}

/** By the path of a style sheet, or of the file that holds it */
function layerFinder({ clientRoot, themeRoots, addonRoots, userRoot }: Roots): (id: string) => Layer {
  const origins = [
    { origin: 'deck', roots: [userRoot] },
    { origin: 'addons', roots: addonRoots },
    { origin: 'theme', roots: themeRoots },
    { origin: 'client', roots: [clientRoot] },
  ].flatMap(({ origin, roots }) => roots.flatMap(root => [root, realpath(root)]).map(root => ({ origin, root: `${normalizePath(root)}/` }))).sort((a, b) => b.root.length - a.root.length)

  return (id) => {
    const path = normalizePath(id)
    const [file] = path.split('?')
    if (/[\\/]__uno(?:_.+)?\.css$/.test(file))
      return file.endsWith('__uno.css') ? 'unocss' : 'reset'
    if (file.includes('/@unocss/reset/'))
      return 'reset'
    const { origin, root = '' } = origins.find(({ root }) => file.startsWith(root)) ?? {}
    const inside = file.slice(root.length)
    if (!origin || inside.startsWith('node_modules/') || inside.includes('/node_modules/'))
      return 'slidev' // a library of one's own
    if (origin === 'client')
      return inside.endsWith('.vue') ? 'slidev-views' : 'slidev'
    if (/\.md__slidev_\d+\.md$/.test(file))
      return 'slides'
    if (origin !== 'deck')
      return origin as Layer
    return inside.startsWith('layouts/') ? 'layouts' : inside.endsWith('.vue') ? 'components' : 'deck'
  }
}

function realpath(path: string): string {
  try {
    return realpathSync(path)
  }
  catch {
    return path
  }
}
