import { afterFrame } from './after-frame'

/** Slidev's page of all slides over the current one, key O */
const OVERVIEW = '.z-modal.overflow-y-auto'

/**
 * What Slidev's views lack for people who work by keyboard or with a screen reader (WCAG 2.2, 1.3.1, 2.1.1, 4.1.2).
 * It has no setting for that, so it is added where the controls come up in the page.
 */
const MISSING: [selector: string, attributes: Record<string, string>][] = [
  ['.slidev-note', { 'role': 'group', 'aria-label': '讲稿', 'tabindex': '0' }], // scrolls
  ['textarea', { 'aria-label': '讲稿' }],
  ['#slidev-goto-dialog', { 'role': 'search', 'aria-label': '跳转' }],
  ['#slidev-goto-dialog ul', { 'role': 'listbox', 'aria-label': '找到的页面' }],
  ['#slidev-goto-dialog li', { role: 'option' }],
  ['.absolute.z-2.border-l', { 'role': 'region', 'aria-label': '页数' }], // on /overview
  [OVERVIEW, { 'role': 'dialog', 'aria-modal': 'true', 'aria-label': '全部幻灯片' }],
]

/** Adds it, now and when Slidev has drawn new controls. */
export function mendControls(root: HTMLElement) {
  let due = false
  new MutationObserver(async () => {
    if (due)
      return
    due = true
    await afterFrame()
    due = false
    mend(root)
  }).observe(root, { subtree: true, childList: true })
  mend(root)
  document.addEventListener('keydown', pressByKey, { capture: true })
}

function mend(root: HTMLElement) {
  for (const [selector, attributes] of MISSING) {
    for (const element of root.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(attributes))
        give(element, name, value)
    }
  }
  root.querySelectorAll<HTMLElement>('nav button > .slidev-icon-btn').forEach(mendMenuButton)

  root.querySelectorAll<HTMLElement>(`${OVERVIEW} .inline-block.border`).forEach(mendCard)
  // the focus must not go where something else lies over it
  const covered = root.querySelector(`${OVERVIEW}, .screen-curtain`) !== null
  root.querySelectorAll('#page-root, .slidev-presenter').forEach(page => page.toggleAttribute('inert', covered))
}

/** Only where it changes something: the clock alone draws anew every second */
function give(element: Element, name: string, value: string) {
  if (element.getAttribute(name) !== value)
    element.setAttribute(name, value)
}

/** Slidev opens its menus by a button within a button, of which a screen reader hears neither. */
function mendMenuButton(icon: HTMLElement) {
  const button = icon.parentElement!
  give(button, 'aria-expanded', String(button.nextElementSibling !== null))
  if (icon.title) {
    button.title = icon.title
    icon.removeAttribute('title')
    icon.inert = true
  }
}

/** A card has the words of its slide for a name; links within it would be buttons within a button. */
function mendCard(card: HTMLElement) {
  give(card, 'role', 'button')
  give(card, 'tabindex', '0')
  card.querySelectorAll('a').forEach(link => link.inert = true)
}

/** Slidev's rows and cards take a mouse only; at the key, the deck would move instead. */
function pressByKey(event: KeyboardEvent) {
  const { key, target } = event
  if ((key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.matches('div[role=button], li[role=option]')) {
    event.preventDefault()
    event.stopPropagation()
    target.click()
  }
}
