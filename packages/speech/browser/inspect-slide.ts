/** Something on a slide that is not as it should be */
export interface Sighting {
  /** What it says; of a picture, its address */
  text: string
  /** What has the address */
  medium?: 'picture' | 'film' | 'sound'
  /** Which element it is, if it is no text */
  element?: string
  /** The text that it runs into */
  other?: string
  /** Pixels of the canvas, or the contrast as a ratio to 1 */
  measured?: number
}

/** What is wrong with the look of the slide on show */
export interface Findings {
  /** Elements and texts that reach beyond the slide; of elements within each other, the innermost */
  outside: Sighting[]
  /** Texts smaller than a back row can read */
  small: Sighting[]
  /** Texts of which a box cuts off a part */
  cut: Sighting[]
  /** Texts that run into each other */
  overlapping: Sighting[]
  /** Headings that are not set in the heading face */
  misset: Sighting[]
  /** Texts that stand out too little from what is painted behind them */
  faint: Sighting[]
  /** Texts that stand out too little once a projector in a bright hall has added a tenth of white */
  washedOut: Sighting[]
  /** Texts whose last line holds a single character */
  orphaned: Sighting[]
  /** Slides of which more than half is one empty rectangle */
  empty: Sighting[]
  /** Pictures, films and tables that run into the footer's words */
  onFooter: Sighting[]
}

/** What a deck asks of its slides; without an option, nothing of its sort is a fault */
export interface Demands {
  /** Least size of a text, in pixels of the canvas; default 9 of Slidev's own 980, as much of any other */
  smallest?: number
  /** Family that all headings must be set in */
  headingFont?: string
  /** WCAG's contrast ratio that every text must have, whatever its size: 7 for level AAA */
  contrast?: number
  /** The same under a projector's stray light: 4.5 for level AA */
  projectedContrast?: number
  /** Whether a last line needs two characters */
  noOrphans?: boolean
  /** Selector of the slides that must not be empty by half */
  filled?: string
  /** Selector of the footer that every slide carries, which nothing may run into */
  footer?: string
}

export interface Inspection extends Demands {
  /** Pixels that the slide's width counts as; default the canvas's own */
  canvasWidth?: number
}

/**
 * Measures the slide on show as it is drawn: the ink of each line of text, not the boxes around it.
 * Runs in the page (`page.evaluate`), so it can use nothing from outside itself.
 */
export function inspectSlide(inspection: Inspection = {}): Findings {
  interface Box { left: number, top: number, right: number, bottom: number }
  interface Line { box: Box, text: string, element: Element }

  const tolerance = 1
  const canvas = document.querySelector<HTMLElement>('#slide-content')!
  const frame = canvas.getBoundingClientRect()
  const { canvasWidth = canvas.offsetWidth, headingFont, contrast: leastContrast = 0, projectedContrast = 0, noOrphans = false, filled, footer } = inspection
  const { smallest = canvasWidth * 9 / 980 } = inspection
  const unitsPerPixel = canvasWidth / frame.width
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!

  const elements = [...canvas.querySelectorAll('*')].filter(isSeen)
  const lines = elements.flatMap(linesOf)
  const visible = lines.filter(({ element }) => !isDecoration(element))

  const overlaps = lines.flatMap((one, index) => lines.slice(index + 1).filter(other => overlap(one, other)).map(other => ({ one, other })))
  const overlapping = new Set(overlaps.flatMap(({ one, other }) => [one.element, other.element]))

  const linesOutside = visible.filter(({ box }) => !contains(frame, box))
  const elementsOutside = elements.filter(element => !isDecoration(element) && !contains(frame, clipped(element)))

  return {
    outside: [
      ...linesOutside.map(sighting),
      ...elementsOutside
        .filter(element => ![...linesOutside.map(({ element }) => element), ...elementsOutside].some(inner => inner !== element && element.contains(inner)))
        .filter(element => !linesOutside.some(line => line.element === element))
        .map(named),
    ],
    small: lines.filter(({ element }) => fontSize(element) < smallest - 0.1).map(line => ({ ...sighting(line), measured: fontSize(line.element) })),
    cut: visible.filter(({ element, box }) => clips(element).some(clip => !contains(clip, box))).map(sighting),
    overlapping: overlaps.map(({ one, other }) => ({ ...sighting(one), other: other.text })),
    misset: elements.filter(element => headingFont && element.matches('h1, h2') && !isInFont(element, headingFont)).map(named),
    faint: tooFaint(leastContrast, 0),
    washedOut: tooFaint(projectedContrast, 0.1),
    orphaned: noOrphans ? elements.filter(hasOrphan).map(named) : [],
    empty: elements.filter(element => filled && element.matches(filled) && largestBlank() > 0.5).map(named),
    onFooter: elements.filter(runsIntoFooter).map(named),
  }

  function isSeen(element: Element) {
    // the last two are the names of the first two below Chromium 121
    const shown = { opacityProperty: true, visibilityProperty: true, checkOpacity: true, checkVisibilityCSS: true }
    return !element.matches('wbr, [inert] *') && element.checkVisibility(shown) && !isForScreenReaders(element)
  }

  /** The usual 1 px box for texts that are only spoken. */
  function isForScreenReaders(element: Element): boolean {
    for (let at: Element | null = element; at && at !== canvas; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect()
      if (Math.max(width, height) * unitsPerPixel < 1.1 && getComputedStyle(at).overflow !== 'visible')
        return true
    }
    return false
  }

  function isDecoration(element: Element) {
    return element.closest('[aria-hidden="true"]') !== null
  }

  function linesOf(element: Element): Line[] {
    return [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()).flatMap((node) => {
      const text = node.textContent!.trim()
      const range = document.createRange()
      range.selectNodeContents(node)
      return [...range.getClientRects()]
        .filter(({ width, height }) => width > 0 && height > 0)
        .map(box => ({ element, text, box: ink(box, text, element) }))
    })
  }

  /** A line's box is as high as the font's ascent and descent, which CJK fonts set far beyond their glyphs; a column's is as high as its glyphs. */
  function ink(box: DOMRect, text: string, element: Element): Box {
    if (isVertical(element))
      return columnInk(box, element)
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const { fontBoundingBoxAscent, fontBoundingBoxDescent, actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(text)
    const scale = box.height / (fontBoundingBoxAscent + fontBoundingBoxDescent)
    const baseline = box.top + fontBoundingBoxAscent * scale
    return {
      left: box.left,
      right: box.right,
      top: baseline - actualBoundingBoxAscent * scale,
      bottom: baseline + actualBoundingBoxDescent * scale,
    }
  }

  function isVertical(element: Element) {
    return getComputedStyle(element).writingMode.startsWith('vertical')
  }

  /** Upright glyphs are one em wide, in the middle of the column. */
  function columnInk({ left, right, top, bottom }: DOMRect, element: Element): Box {
    const margin = Math.max(0, (right - left - fontSize(element) / unitsPerPixel) / 2)
    return { left: left + margin, right: right - margin, top, bottom }
  }

  /** The boxes that cut off what reaches beyond them; the slide's own edge is judged apart. */
  function clips(element: Element): Box[] {
    const boxes: Box[] = []
    for (let at: Element | null = element; at && at !== canvas; at = at.parentElement) {
      const { left, right, top, bottom } = at.getBoundingClientRect()
      const { overflowX, overflowY } = getComputedStyle(at)
      const box = {
        ...(overflowX === 'visible' ? { left: -Infinity, right: Infinity } : { left, right }),
        ...(overflowY === 'visible' ? { top: -Infinity, bottom: Infinity } : { top, bottom }),
      }
      if (!contains(box, frame))
        boxes.push(box)
    }
    return boxes
  }

  /** What is left of an element's box within the boxes that cut it. */
  function clipped(element: Element): Box {
    return clips(element).reduce<Box>((box, clip) => ({
      left: Math.max(box.left, clip.left),
      top: Math.max(box.top, clip.top),
      right: Math.min(box.right, clip.right),
      bottom: Math.min(box.bottom, clip.bottom),
    }), element.getBoundingClientRect())
  }

  function contains(outer: Box, inner: Box) {
    return inner.left >= outer.left - tolerance && inner.top >= outer.top - tolerance
      && inner.right <= outer.right + tolerance && inner.bottom <= outer.bottom + tolerance
  }

  function overlap(one: Line, other: Line) {
    return one.element !== other.element && reaches(one.box, other.box)
  }

  function reaches(one: Box, other: Box) {
    return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 * tolerance
      && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2 * tolerance
  }

  /** In pixels of the canvas, whatever a viewBox or a zoom makes of the size in the style sheet. */
  function fontSize(element: Element) {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    return size * (element instanceof SVGGraphicsElement ? viewBoxScale(element) : zoom(element)) * unitsPerPixel
  }

  function viewBoxScale(element: SVGGraphicsElement) {
    const { b, d } = element.getScreenCTM()!
    return Math.hypot(b, d)
  }

  /** A slide's own `zoom`, and the scale of the whole window. */
  function zoom(element: Element) {
    const page = element.closest<HTMLElement>('.slidev-page')
    return page ? page.getBoundingClientRect().width / page.offsetWidth : 1 / unitsPerPixel
  }

  /** A page may set its first slide in a part of the font, of a name that ends with the whole one's, until all of it is there. */
  function isInFont(heading: Element, font: string) {
    const { fontFamily, fontWeight } = getComputedStyle(heading)
    const first = unquoted(fontFamily.split(',')[0])
    const loaded = [...document.fonts].some(({ family, weight, status }) => unquoted(family) === first && weight === fontWeight && status === 'loaded')
    return ` ${first}`.endsWith(` ${font}`) && loaded && document.fonts.check(`${fontWeight} 1em "${first}"`, heading.textContent!)
  }

  function unquoted(family: string) {
    return family.replaceAll(/["']/g, '').trim()
  }

  function tooFaint(least: number, wash: number): Sighting[] {
    // what lies on another text has that one's ground; lines of code that stand back while another one is shown have had their click, or will
    const isPassedOver = ({ element }: Line) => overlapping.has(element) || element.closest('.slidev-code-dishonored, .dishonored')
    const isTooFaint = (line: Line) => least > 0 && !isPassedOver(line) && contrast(line, wash) < least
    return visible.filter(isTooFaint).map(line => ({ ...sighting(line), measured: contrast(line, wash) }))
  }

  /** WCAG's contrast ratio; `wash` is how much white a projector's stray light adds, from 0 to 1. */
  function contrast(line: Line, wash = 0): number {
    const { element, box } = line
    const ground = document.elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      .filter(behind => canvas.contains(behind)) // Slidev's buttons lie over the slide, invisible
      .map(behind => rgba(getComputedStyle(behind).backgroundColor))
      .reduceRight(over, [255, 255, 255])
    const { color, fill } = getComputedStyle(element)
    const [red, green, blue, alpha] = rgba(element instanceof SVGElement ? fill : color)
    const ink = over(ground, [red, green, blue, alpha * opacity(element)])
    const [dark, light] = [ground, ink].map(one => luminance(over(one, [255, 255, 255, wash]))).sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }

  function opacity(element: Element): number {
    const own = Number(getComputedStyle(element).opacity)
    return element === canvas ? own : own * opacity(element.parentElement!)
  }

  /** Any CSS colour, as the browser itself paints it. */
  function rgba(colour: string): number[] {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }

  function over(ground: number[], [red, green, blue, alpha]: number[]): number[] {
    return [red, green, blue].map((channel, index) => channel * alpha + ground[index] * (1 - alpha))
  }

  /** Relative luminance as WCAG 2.2 defines it. */
  function luminance([red, green, blue]: number[]): number {
    const [r, g, b] = [red, green, blue].map(channel => channel / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  /** The box in whose lines a text stands: a list within a list has lines of its own. */
  function blockOf(node: Node): Element {
    let block = node.parentElement!
    while (getComputedStyle(block).display.startsWith('inline') && block.parentElement)
      block = block.parentElement
    return block
  }

  /** Punctuation doesn't count: 「……发展。」 may end a paragraph, 「展。」 may not. */
  function hasOrphan(element: Element): boolean {
    const isInline = getComputedStyle(element).display.startsWith('inline')
    if (isInline || isDecoration(element) || element instanceof SVGElement || ![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()))
      return false
    const tops: number[] = []
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (blockOf(node) !== element || node.parentElement!.closest('sup, sub'))
        continue
      for (const { index, 0: character } of node.textContent!.matchAll(/[\p{L}\p{N}]/gu)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + character.length)
        const { top, left } = range.getBoundingClientRect()
        tops.push(Math.round((isVertical(element) ? left : top) / 4))
      }
    }
    const last = tops.filter(top => top === tops.at(-1)).length
    return last === 1 && tops.length > 1
  }

  /** The largest rectangle without ink, as a share of the slide; boxes that are painted or ruled count as ink. */
  function largestBlank(): number {
    const columns = 48
    const rows = 27
    const boxes = [...lines.map(({ box }) => box), ...elements.filter(isPainted).map(element => element.getBoundingClientRect())]
    const heights = Array.from<number>({ length: columns }).fill(0)
    let largest = 0
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++)
        heights[column] = boxes.some(box => covers(box, column / columns, row / rows, 1 / columns, 1 / rows)) ? 0 : heights[column] + 1
      for (let from = 0; from < columns; from++) {
        for (let to = from, height = rows; to < columns && height > 0; to++) {
          height = Math.min(height, heights[to])
          largest = Math.max(largest, height * (to - from + 1))
        }
      }
    }
    return largest / (columns * rows)
  }

  /** What reaches from the slide's top to its bottom lies behind the footer on purpose. */
  function runsIntoFooter(element: Element) {
    if (!footer || isDecoration(element) || !element.matches('img, video, table') || element.closest(footer) || elementsOutside.includes(element))
      return false
    const box = clipped(element)
    return !(box.top <= frame.top + tolerance && box.bottom >= frame.bottom - tolerance)
      && lines.some(line => line.element.closest(footer) && reaches(box, line.box))
  }

  function covers(box: Box, x: number, y: number, width: number, height: number) {
    const left = frame.left + x * frame.width
    const top = frame.top + y * frame.height
    return box.left < left + width * frame.width && box.right > left && box.top < top + height * frame.height && box.bottom > top
  }

  /** Drawn itself, and smaller than the slide: a line, a mark, a card. */
  function isPainted(element: Element) {
    const { width, height } = element.getBoundingClientRect()
    if (width * height > 0.9 * frame.width * frame.height)
      return false
    const { backgroundColor, borderTopWidth, borderLeftWidth, borderTopStyle } = getComputedStyle(element)
    return element instanceof SVGGeometryElement || rgba(backgroundColor)[3] > 0
      || (borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) + Number.parseFloat(borderLeftWidth) > 0)
  }

  function sighting({ text }: Line): Sighting {
    return { text }
  }

  function named(element: Element): Sighting {
    const inner = element.matches('[src]') ? element : element.querySelector('[src]') ?? element
    const names = [...element.classList].map(name => `.${name}`).slice(0, 2).join('')
    const player = inner.closest('img, video, audio')
    const isPlayer = player && (player === element || !element.textContent!.trim())
    return {
      text: inner.getAttribute('src') ?? element.textContent!.trim().slice(0, 40),
      element: element.tagName.toLowerCase() + names,
      ...isPlayer && { medium: player.matches('img') ? 'picture' : player.matches('video') ? 'film' : 'sound' },
    }
  }
}
