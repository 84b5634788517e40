import type { Buffer } from 'node:buffer'
import type { AtRule, Container, Root, Rule } from 'postcss'
import type { Face } from './faces'
import { Window } from 'happy-dom'
import postcss from 'postcss'
import { unquoted, weightOf } from './faces'

/** A page as far as it shows before any script has run */
export interface Painting {
  /** The slide's markup, without style attributes, which a Content-Security-Policy forbids */
  html: string
  /** The rules that it takes, in the order of the style sheets */
  css: string
  /** The characters that each face draws in it */
  glyphs: Map<Face, string>
}

/**
 * What the browser needs to paint some markup, and nothing else.
 *
 * @param html markup of the body, with its inline styles
 * @param sheets the style sheets of the whole deck, in their order
 * @param faces those whose glyphs are asked for
 */
export function paintingOf(html: string, sheets: string[], faces: Face[]): Painting {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true, disableCSSFileLoading: true } })
  const { document } = window
  document.write(`<!DOCTYPE html><html class="light"><head></head><body>${html.replaceAll(/<!--.*?-->/g, '')}</body></html>`)
  const inline = takeInlineStyles(document)
  const sheet = postcss.parse([...sheets, inline].join('\n'))
  const layers = layersOf(sheet)
  keepMatching(sheet, selector => selector === ':root' || document.querySelector(selector) !== null)
  dropUnusedVariables(sheet)
  const glyphs = glyphsByFace(window, sheet, layers, faces)
  const order = layers.length > 0 ? `@layer ${layers.join(',')};` : '' // of all: this sheet comes before the others
  const painting = { html: document.body.innerHTML, css: order + sheet.toString(), glyphs }
  void window.happyDOM.close()
  return painting
}

/** The names of a sheet's cascade layers, from the weakest to the strongest */
function layersOf(sheet: Root): string[] {
  const names = new Set<string>()
  sheet.walkAtRules('layer', rule => rule.params.split(',').forEach(name => names.add(name.trim())))
  return [...names]
}

function glyphsByFace(window: Window, sheet: Root, layers: string[], faces: Face[]): Map<Face, string> {
  const { document } = window
  const style = document.createElement('style')
  style.textContent = fontRules(sheet, layers)
  document.head.append(style)
  const glyphs = new Map<Face, string>()
  for (const element of document.body.querySelectorAll('*')) {
    const text = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent).join('').trim()
    const face = text && faceOf(window.getComputedStyle(element), faces)
    if (face)
      glyphs.set(face, (glyphs.get(face) ?? '') + text)
  }
  return glyphs
}

/**
 * What of a style sheet decides on faces, in the order of its layers, which the build's DOM doesn't know. It would also lose
 * itself in variables that are made of themselves.
 */
function fontRules(sheet: Root, layers: string[]): string {
  const fonts = sheet.clone()
  const layered = fonts.nodes.filter((node): node is AtRule => node.type === 'atrule' && node.name === 'layer')
  const place = ({ params }: AtRule) => layers.indexOf(params)
  fonts.prepend(...layered.sort((a, b) => place(a) - place(b)).flatMap(({ nodes = [] }) => nodes))
  fonts.walkAtRules(rule => void rule.remove())
  fonts.walkDecls((declaration) => {
    if (!/^(?:--|font$|font-family$|font-weight$)/.test(declaration.prop))
      declaration.remove()
  })
  dropUnusedVariables(fonts)
  return fonts.toString()
}

/** Turns style attributes into rules of a class each, as strong as one can be without `!important`. */
function takeInlineStyles(document: Window['document']): string {
  let css = ''
  for (const [i, element] of [...document.querySelectorAll('[style]')].entries()) {
    const style = element.getAttribute('style')
    element.removeAttribute('style')
    if (!style)
      continue
    element.classList.add(`inline-${i}`)
    css += `${`.inline-${i}`.repeat(3)}{${style}}`
  }
  return css
}

/** States that nothing is in before a script runs */
const STATE = /:(?:hover|focus(?:-within|-visible)?|active|visited|target)\b/
/** What has no element of its own, and what only a browser can tell: the rule is kept if the rest matches. */
const UNDECIDABLE = /::?(?:before|after|marker|first-letter|first-line|placeholder|selection)\b|:has\((?:[^()]|\([^()]*\))*\)/g

function keepMatching(container: Container, matches: (selector: string) => boolean) {
  container.each((node) => {
    if (node.type === 'comment') {
      node.remove()
    }
    else if (node.type === 'rule') {
      node.selectors = node.selectors.filter(selector => !STATE.test(selector) && tolerant(matches)(selector.replaceAll(UNDECIDABLE, '') || '*'))
      if (node.selectors.every(selector => !selector))
        node.remove()
    }
    else if (node.type === 'atrule') {
      if (!['media', 'container', 'supports', 'layer'].includes(node.name) || /^print\b/.test(node.params))
        node.remove()
      else if (node.nodes)
        keepMatching(node, matches)
      if (node.nodes?.length === 0)
        node.remove()
    }
  })
}

/** A selector that the build's DOM can't read is none of ours: browsers' own prefixes, mostly. */
function tolerant(matches: (selector: string) => boolean) {
  return (selector: string) => {
    try {
      return matches(selector)
    }
    catch {
      return false
    }
  }
}

/** Custom properties that no rule asks for, e.g. the fifty of UnoCSS */
function dropUnusedVariables(sheet: Container) {
  const used = new Set<string>()
  const use = (value: string) => {
    for (const [name] of value.matchAll(/(?<=var\(\s*)--[\w-]+/g)) {
      if (!used.has(name)) {
        used.add(name)
        sheet.walkDecls(name, definition => use(definition.value))
      }
    }
  }
  sheet.walkDecls(/^(?!--)/, ({ value }) => use(value))
  sheet.walkDecls(/^--/, (declaration) => {
    if (!used.has(declaration.prop))
      declaration.remove()
  })
  sheet.walk((node) => {
    if ((node as Rule).nodes?.length === 0)
      node.remove()
  })
}

/** The face of the first of an element's families, by the nearest weight */
function faceOf({ fontFamily, fontWeight }: { fontFamily: string, fontWeight: string }, faces: Face[]): Face | undefined {
  const [first] = fontFamily.split(',').map(unquoted)
  const distance = (face: Face) => Math.abs(face.weight - weightOf(fontWeight))
  return faces.filter(({ family }) => family === first).sort((a, b) => distance(a) - distance(b))[0]
}

/** The prefix of a family that holds only the first slide's glyphs */
export const EARLY = 'first slide '

/**
 * Faces with just the glyphs of the first slide, within the style sheet. They go before the full families wherever a
 * token names these, so that the text does not wait for the full ones, nor vanish when these begin to load.
 */
export function earlyFaces(css: string, faces: Map<Face, Buffer>): string {
  const families = [...new Set([...faces.keys()].map(({ family }) => family))]
  const rules = [...faces].map(([{ family, weight }, font]) =>
    `@font-face{font-family:"${EARLY}${family}";font-weight:${weight};font-display:block;src:url(data:font/woff2;base64,${font.toString('base64')})}`)
  const tokens: string[] = []
  postcss.parse(css).walkDecls(/^--/, ({ prop, value }) => {
    const first = unquoted(value.split(',')[0])
    if (families.includes(first))
      tokens.push(`${prop}:"${EARLY}${first}",${value}`)
  })
  return `${rules.join('')}:root:root{${[...new Set(tokens)].join(';')}}`
}
