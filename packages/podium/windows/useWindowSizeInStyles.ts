import { useWindowSize } from '@vueuse/core'
import { watchEffect } from 'vue'

/**
 * Keeps the window's size as plain numbers for style sheets: `--window-width` and `--window-height`, in px. Lengths can't
 * be divided in CSS below Chromium 134 (`tan(atan2())` is missing or wrong there). A build's page has them before the app;
 * Slidev's development server hands out its page without what plugins put there.
 */
export function useWindowSizeInStyles(): void {
  const { width, height } = useWindowSize()
  watchEffect(() => {
    document.documentElement.style.setProperty('--window-width', `${width.value}`)
    document.documentElement.style.setProperty('--window-height', `${height.value}`)
  })
}
