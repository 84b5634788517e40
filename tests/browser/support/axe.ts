import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-chromium'
import axe from 'axe-core'

/** WCAG 2.2 A and AA, and what axe's makers hold for good practice; `target-size` axe leaves out unless asked. */
const RULES = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

/** As above, with contrast by AAA: 7:1, and 4.5:1 for large text */
const RULES_OF_SLIDES = { ...RULES, rules: { ...RULES.rules, 'color-contrast-enhanced': { enabled: true } } }

/** What the size of the screen can change about them */
const RULES_OF_LAYOUT = { ...RULES, runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'target-size', 'scrollable-region-focusable', 'button-name', 'heading-order'] } }

const RULES_FOR = { 'view': RULES, 'slide': RULES_OF_SLIDES, 'slide on a phone': RULES_OF_LAYOUT }

/** What axe finds wrong with a page as it stands, each with the rule and the element */
export async function violationsOn(page: Page, what: keyof typeof RULES_FOR = 'view'): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate(`axe.run(document, ${JSON.stringify(RULES_FOR[what])})`) as AxeResults
  if (passes.length < 3)
    throw new Error(`axe looked at next to nothing on ${page.url()}`)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)} ${failureSummary}`))
}
