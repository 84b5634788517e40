import type { } from '@slidev/types'
import { defineConfig } from 'vite'
import { stressBesideFullWidth } from './markdown.ts'

export default defineConfig({
  slidev: {
    markdown: {
      markdownSetup: markdown => void markdown.use(stressBesideFullWidth),
    },
  },
})
