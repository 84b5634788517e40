/** One line of a text as it is drawn */
export interface TextLine {
  text: string
  /** Left, top, width, height in pixels of the window */
  box: [number, number, number, number]
}

/**
 * Takes from every browser what some lack and do without, and others do each in its way: punctuation that gives up half of its
 * width at the start of a line and beside other punctuation (`text-spacing-trim`, Chromium 123), lines of equal length and no
 * single character on the last one (`text-wrap: balance` and `pretty`, Chromium 114 and 117). Whatever else two browsers set
 * differently then is a fault.
 */
export const WITHOUT_POLISH = `
  * { text-spacing-trim: space-all !important; text-wrap-style: auto !important }
  @supports not (text-wrap-style: auto) { .slidev-layout :is(h1, h2, h3, p, .phrase) { text-wrap: wrap !important } }`

/** All lines of text on the slide on show. Runs in the page (`page.evaluate`), so it can use nothing from outside itself. */
export function textLines(): TextLine[] {
  const lines: TextLine[] = []
  const texts = document.createTreeWalker(document.querySelector('#slide-content')!, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode
    const parent = node.parentElement!
    // the first names are those below Chromium 121
    if (parent.closest('[inert], style, script') || !parent.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, opacityProperty: true, visibilityProperty: true }))
      continue
    const vertical = getComputedStyle(parent).writingMode.startsWith('vertical')
    let start = Number.NaN
    for (const { 0: character, index } of node.textContent!.matchAll(/\S/gu)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + character.length)
      const { left, top, right, bottom, width, height } = range.getBoundingClientRect()
      if (width * height === 0)
        continue
      if (Math.abs(start - (vertical ? left : top)) < 2) {
        const line = lines.at(-1)!
        const [x, y] = line.box
        line.text += character
        line.box = [Math.min(x, left), Math.min(y, top), Math.max(x + line.box[2], right) - Math.min(x, left), Math.max(y + line.box[3], bottom) - Math.min(y, top)]
      }
      else {
        start = vertical ? left : top
        lines.push({ text: character, box: [left, top, width, height] })
      }
    }
  }
  return lines
}

/** The lines that are set otherwise in one browser than in the other: with other words, or elsewhere, or in another size */
export function differencesOf(lines: TextLine[], others: TextLine[], bound: number): string[] {
  const [here, there] = [lines, others].map(lines => lines.map(({ text }) => text).join('|'))
  if (here !== there)
    return [`${here} instead of ${there}`]
  return lines.flatMap(({ text, box }, index) => {
    const other = others[index].box
    return box.some((value, side) => Math.abs(value - other[side]) > bound) ? [`“${text}” at ${box.map(Math.round)} instead of ${other.map(Math.round)}`] : []
  })
}
