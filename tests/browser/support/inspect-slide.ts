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
}

/**
 * Measures the slide on show as it is drawn: the ink of each line of text, not the boxes around it.
 * Runs in the page (`page.evaluate`), so it can use nothing from outside itself.
 */
export function inspectSlide({ smallest, headingFont }: { smallest: number, headingFont: string }): Findings {
  interface Box { left: number, top: number, right: number, bottom: number }
  interface Line { box: Box, text: string, element: Element }

  const tolerance = 1
  const canvas = document.querySelector('#slide-content')!
  const frame = canvas.getBoundingClientRect()
  const unitsPerPixel = 1920 / frame.width
  const pen = document.createElement('canvas').getContext('2d')!

  const elements = [...canvas.querySelectorAll('*')].filter(isSeen)
  const lines = elements.flatMap(linesOf)

  return {
    outside: [
      ...lines.filter(({ element, box }) => !isDecoration(element) && !contains(frame, box)).map(describe),
      ...elements.filter(element => !isDecoration(element) && !contains(frame, clipped(element))).map(name),
    ],
    small: lines.filter(({ element }) => fontSize(element) < smallest - 0.1).map(line => `${fontSize(line.element).toFixed(1)} px ${describe(line)}`),
    cut: lines.filter(({ element, box }) => !isDecoration(element) && clips(element).some(clip => !contains(clip, box))).map(describe),
    overlapping: lines.flatMap((one, index) => lines.slice(index + 1).filter(other => overlap(one, other)).map(other => `${describe(one)} and ${describe(other)}`)),
    misset: elements.filter(element => element.matches('h1, h2') && !isInHeadingFont(element)).map(name),
  }

  function isSeen(element: Element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isForScreenReaders(element)
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

  /** In pixels of the 1920-wide canvas, whatever a viewBox or a zoom makes of the size in the style sheet. */
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

  function describe({ text }: Line) {
    return `“${text}”`
  }

  function name(element: Element) {
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${element.textContent!.trim().slice(0, 20)}”`
  }
}
