import type { Element, Node } from '@xmldom/xmldom'

/** WordprocessingML, as everybody writes it and in its strict variant */
const NAMESPACES = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main']

/** Whether a node is an element of WordprocessingML, of the given name if there is one */
export function isWord(node: Node, name?: string): node is Element {
  return node.nodeType === 1 && NAMESPACES.includes(node.namespaceURI!) && (!name || (node as Element).localName === name)
}

/** The first child of a name */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element && Array.from(element.childNodes).find((node): node is Element => isWord(node, name))
}

/** All elements of a name below a root */
export function elements(root: Element | undefined, name: string): Element[] {
  return Array.from(root?.getElementsByTagNameNS('*', name) ?? []).filter(element => isWord(element))
}

/** An attribute of WordprocessingML; undefined without it */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return NAMESPACES.map(namespace => element?.getAttributeNS(namespace, name)).find(value => value !== null && value !== undefined) ?? undefined
}
