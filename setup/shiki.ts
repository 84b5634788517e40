import { defineShikiSetup } from '@slidev/types'

/** Code whose colours stand out by 7 : 1, as all text of the deck does */
export default defineShikiSetup(() => ({
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
}))
