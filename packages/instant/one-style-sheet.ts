import type { Plugin } from 'vite'

/**
 * A build has one style sheet, which comes with the page. Apart for each slide, a sheet that fails to come is never asked
 * for again: Vite would show the slide without it.
 */
export function oneStyleSheet(): Plugin {
  return {
    name: 'deck:one-style-sheet',
    config: () => ({ build: { cssCodeSplit: false } }),
  }
}
