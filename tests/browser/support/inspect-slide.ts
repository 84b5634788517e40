/** What is wrong with the look of the slide on show; each finding names the text or element. */
export interface Findings {
  /** Elements and texts that reach beyond the slide. */
  outside: string[]
  /** Texts smaller than a back row can read. */
  small: string[]
  /** Texts of which a box cuts off a part. */
  cut: string[]
  /** Texts that run into each other. */
  overlapping: string[]
  /** Headings that are not set in the heading face. */
  misset: string[]
  /** Texts that stand out too little from what is painted behind them: WCAG 2.2, 1.4.6 (AAA, 7:1), whatever their size. */
  faint: string[]
  /** Texts that a projector in a bright hall, which adds a tenth of white, takes below 1.4.3 (AA, 4.5:1). */
  washedOut: string[]
  /** Texts whose last line holds a single character. */
  orphaned: string[]
  /** Content slides of which more than half is one empty rectangle. */
  empty: string[]
}

export interface Inspection {
  /** Least size of a text, in pixels of the canvas */
  smallest: number
  /** Family that all headings must be set in */
  headingFont: string
  /** Pixels that the slide's width counts as; default 1920 */
  canvasWidth?: number
}

/**
 * Measures the slide on show as it is drawn: the ink of each line of text, not the boxes around it.
 * Runs in the page (`page.evaluate`), so it can use nothing from outside itself.
 */
export function inspectSlide({ smallest, headingFont, canvasWidth = 1920 }: Inspection): Findings {
  interface Box { left: number, top: number, right: number, bottom: number }
  interface Line { box: Box, text: string, element: Element }

  const tolerance = 1
  const canvas = document.querySelector('#slide-content')!
  const frame = canvas.getBoundingClientRect()
  const unitsPerPixel = canvasWidth / frame.width
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!

  const elements = [...canvas.querySelectorAll('*')].filter(isSeen)
  const lines = elements.flatMap(linesOf)
  const visible = lines.filter(({ element }) => !isDecoration(element))

  return {
    outside: [
      ...lines.filter(({ element, box }) => !isDecoration(element) && !contains(frame, box)).map(describe),
      ...elements.filter(element => !isDecoration(element) && !contains(frame, clipped(element))).map(name),
    ],
    small: lines.filter(({ element }) => fontSize(element) < smallest - 0.1).map(line => `${fontSize(line.element).toFixed(1)} px ${describe(line)}`),
    cut: lines.filter(({ element, box }) => !isDecoration(element) && clips(element).some(clip => !contains(clip, box))).map(describe),
    overlapping: lines.flatMap((one, index) => lines.slice(index + 1).filter(other => overlap(one, other)).map(other => `${describe(one)} and ${describe(other)}`)),
    misset: elements.filter(element => element.matches('h1, h2') && !isInHeadingFont(element)).map(name),
    faint: visible.filter(line => contrast(line) < 7).map(line => `${contrast(line).toFixed(1)}:1 ${describe(line)}`),
    washedOut: visible.filter(line => contrast(line, 0.1) < 4.5).map(line => `${contrast(line, 0.1).toFixed(1)}:1 ${describe(line)}`),
    orphaned: elements.filter(hasOrphan).map(name),
    empty: elements.filter(element => element.matches('.slidev-layout.content') && largestBlank() > 0.5).map(name),
  }

  function isSeen(element: Element) {
    return !element.matches('wbr, [inert] *') && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isForScreenReaders(element)
  }

  /** The usual 1 px box for texts that are only spoken. */
  function isForScreenReaders(element: Element): boolean {
    for (let at: Element | null = element; at && at !== canvas; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect()
      if (width <= 1 && height <= 1 && getComputedStyle(at).overflow !== 'visible')
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

  /** A line's box is as high as the font's ascent and descent, which CJK fonts set far beyond their glyphs. */
  function ink(box: DOMRect, text: string, element: Element): Box {
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
    return one.element !== other.element
      && Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 2 * tolerance
      && Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 2 * tolerance
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

  function isInHeadingFont(heading: Element) {
    const { fontFamily, fontWeight } = getComputedStyle(heading)
    const first = fontFamily.split(',')[0].replaceAll(/["']/g, '').trim()
    const loaded = [...document.fonts].some(({ family, weight, status }) =>
      family.replaceAll(/["']/g, '') === headingFont && weight === fontWeight && status === 'loaded')
    return first === headingFont && loaded && document.fonts.check(`${fontWeight} 1em "${headingFont}"`, heading.textContent!)
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

  /** Punctuation doesn't count: 「……发展。」 may end a paragraph, 「展。」 may not. */
  function hasOrphan(element: Element): boolean {
    const isInline = getComputedStyle(element).display.startsWith('inline')
    if (isInline || isDecoration(element) || element instanceof SVGElement || ![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()))
      return false
    const tops: number[] = []
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const { index, 0: character } of node.textContent!.matchAll(/[\p{L}\p{N}]/gu)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + character.length)
        tops.push(Math.round(range.getBoundingClientRect().top / 4))
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

  function describe({ text }: Line) {
    return `“${text}”`
  }

  function name(element: Element) {
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${element.textContent!.trim().slice(0, 20)}”`
  }
}
