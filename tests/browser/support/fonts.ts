import type { Page } from 'playwright-chromium'

/**
 * The fonts of this computer that the slide on show borrows, because the deck's own lack a character or a weight.
 * On another computer these places would look different. Only the browser's inspector knows; the page can't tell.
 */
export async function borrowedFonts(page: Page): Promise<string[]> {
  const inspector = await page.context().newCDPSession(page)
  await inspector.send('DOM.enable')
  await inspector.send('CSS.enable')
  const { root } = await inspector.send('DOM.getDocument')
  const { nodeIds } = await inspector.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '#slideshow > :not([style*="display: none"]) *' })

  const borrowed = new Set<string>()
  for (const nodeId of nodeIds) {
    const { fonts } = await inspector.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, glyphCount } of fonts.filter(font => !font.isCustomFont)) {
      const { outerHTML } = await inspector.send('DOM.getOuterHTML', { nodeId })
      borrowed.add(`${glyphCount} glyphs of ${familyName} in ${outerHTML.slice(0, 120)}`)
    }
  }
  await inspector.detach()
  return [...borrowed]
}
