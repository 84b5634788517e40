interface Place {
  text: Text
  offset: number
}

/**
 * Slidev's editable PowerPoint file lets each text wrap anew, in another face: here every line gets its break, as Chromium set
 * it. Text that is there for readers only, behind what is drawn, stays unseen.
 */
export function keepLines(slide: Element) {
  const starts: Place[] = []
  const transparent: Text[] = []
  const clipped: HTMLElement[] = []
  let block: Element | undefined
  let bottom = Infinity
  for (const node of nodesOf(slide)) {
    if (node instanceof HTMLBRElement)
      bottom = Infinity
    if (!(node instanceof Text) || !node.data.trim())
      continue
    const element = node.parentElement!
    const { color, webkitTextFillColor: ink, overflow, whiteSpace, writingMode } = getComputedStyle(element)
    if (overflow === 'hidden' && element.clientWidth <= 1 && element.clientHeight <= 1)
      clipped.push(element)
    else if (ink !== color && /, 0(?:\.0\d*)?\)$/.test(ink))
      transparent.push(node)
    if (whiteSpace.startsWith('pre') || writingMode !== 'horizontal-tb')
      continue
    if (blockOf(element) !== block)
      bottom = Infinity
    block = blockOf(element)
    for (let offset = 0; offset < node.length; offset++) {
      const box = node.data[offset].trim() && boxOf(node, offset)
      if (!box)
        continue
      const below = box.top + box.height / 2 > bottom
      if (below)
        starts.push({ text: node, offset })
      bottom = below || bottom === Infinity ? box.bottom : Math.max(bottom, box.bottom)
    }
  }
  for (const place of starts.reverse())
    breakBefore(place)
  for (const element of clipped)
    element.style.visibility = 'hidden'
  for (const text of transparent)
    makeTransparent(text)
}

function nodesOf(slide: Element): Node[] {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  const nodes: Node[] = []
  while (walker.nextNode())
    nodes.push(walker.currentNode)
  return nodes
}

/** What lays out the lines that an element stands in */
function blockOf(element: Element): Element {
  return /^(?:inline|inline-block|contents)$/.test(getComputedStyle(element).display) && element.parentElement ? blockOf(element.parentElement) : element
}

function boxOf(text: Text, offset: number): DOMRect | undefined {
  const range = document.createRange()
  range.setStart(text, offset)
  range.setEnd(text, offset + 1)
  return range.getClientRects()[0]
}

function breakBefore({ text, offset }: Place) {
  const block = blockOf(text.parentElement!)
  let start: Node = offset > 0 ? text.splitText(offset) : text
  while (!start.previousSibling && start.parentNode !== block)
    start = start.parentNode!
  start.parentNode!.insertBefore(document.createElement('br'), start)
}

/** Slidev's export reads `color` alone, and takes one of no alpha for none. */
function makeTransparent(text: Text) {
  const span = document.createElement('span')
  span.style.color = 'rgb(0 0 0 / 0.01)'
  text.replaceWith(span)
  span.append(text)
}
