import type { FunctionalComponent, VNode } from 'vue'
import { Fragment, h, isVNode, Text } from 'vue'
import StrokeCharacter from '../components/StrokeCharacter.vue'

/**
 * Its slot, with the last place of one character written by hand: the character stays part of the sentence, for readers,
 * search and the PDF, and a layout puts its square where it belongs. Without `character` the slot as it is.
 */
export const WrittenHeading: FunctionalComponent<{ character?: string }> = ({ character }, { slots }) => {
  const content = slots.default?.() ?? []
  return character ? writeLast(content, character).nodes : content
}
WrittenHeading.props = ['character']

type Child = VNode | string

function writeLast(nodes: Child[], character: string): { nodes: Child[], found: boolean } {
  const written = [...nodes]
  for (let index = written.length - 1; index >= 0; index--) {
    const inner = writeIn(written[index], character)
    if (inner) {
      written.splice(index, 1, ...inner)
      return { nodes: written, found: true }
    }
  }
  return { nodes, found: false }
}

/** The node with the character written, or undefined where it doesn't hold it */
function writeIn(node: Child, character: string): Child[] | undefined {
  const text = typeof node === 'string' ? node : typeof node?.children === 'string' ? node.children : undefined
  if (text !== undefined) {
    const at = text.lastIndexOf(character)
    if (at < 0 || (isVNode(node) && typeof node.type === 'object'))
      return undefined
    const parts = [h(Text, text.slice(0, at)), h(StrokeCharacter, { character }), h(Text, text.slice(at + character.length))]
    return isVNode(node) && node.type !== Text ? [h(node.type as string, node.props, parts)] : parts
  }
  if (!isVNode(node) || !Array.isArray(node.children) || !(typeof node.type === 'string' || node.type === Fragment))
    return undefined
  const { nodes, found } = writeLast(node.children as Child[], character)
  if (!found)
    return undefined
  return [h(node.type as string, node.props, nodes)]
}

/** The phrases of a heading in a slot: its text, cut at each `<wbr>` */
export function phrasesOf(nodes: unknown): string[] {
  return textOf(nodes).split('\n').map(phrase => phrase.trim()).filter(Boolean)
}

function textOf(node: unknown): string {
  if (typeof node === 'string')
    return node
  if (Array.isArray(node))
    return node.map(textOf).join('')
  if (!isVNode(node))
    return ''
  return node.type === 'wbr' ? '\n' : textOf(node.children)
}
