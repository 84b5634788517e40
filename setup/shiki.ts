import { defineShikiSetup } from '@slidev/types'

/**
 * Code whose colours stand out by 7 : 1, as all text of the deck does. However busy the machine: Shiki gives up on a line
 * after half a second, and what is left of it would have no colours.
 */
export default defineShikiSetup(() => ({
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  tokenizeTimeLimit: 0,
}))
