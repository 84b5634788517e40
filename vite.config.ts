import type { } from '@slidev/types'
import { defineConfig } from 'vite'
import { upright } from './styles/upright.ts'

/** What Slidev's own uno.config.ts asks for; classes that its components build from parts. */
const COMPOSED_CLASSES = ['!opacity-0', 'prose', 'grid-rows-[1fr_max-content]', 'grid-cols-[1fr_max-content]']

export default defineConfig(({ command }) => ({
  css: { postcss: { plugins: [upright()] } },
  // Slidev sets the classes of all of its components, used or not; a build sees which are used.
  slidev: command === 'build' ? { unocss: { safelist: COMPOSED_CLASSES } } : {},
}))
