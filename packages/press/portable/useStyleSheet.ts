import type { MaybeRefOrGetter } from 'vue'
import { onScopeDispose, toValue, watchEffect } from 'vue'

/**
 * Styles while the calling component is there, as VueUse's `useStyleTag`, but without a `<style>` tag:
 * the Content-Security-Policy of a build (content-security.ts) allows none that it doesn't know.
 *
 * @param css may change; `@import` does not work in it
 */
export function useStyleSheet(css: MaybeRefOrGetter<string>) {
  const sheet = new CSSStyleSheet()
  watchEffect(() => sheet.replaceSync(toValue(css)))
  document.adoptedStyleSheets.push(sheet)
  onScopeDispose(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
  })
}
