import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    reportCompressedSize: false, // nobody reads them, and each file is compressed for it
    rollupOptions: { checks: { pluginTimings: false } }, // a warning to who writes plugins
  },
})
