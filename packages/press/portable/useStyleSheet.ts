import type { MaybeRefOrGetter } from 'vue'
import { onScopeDispose, toValue, watchEffect } from 'vue'

/**
 * Styles while the calling component is there, as VueUse's `useStyleTag`, but without a `<style>` tag:
 * the Content-Security-Policy of a build (content-security.ts) allows none that it doesn't know.
 *
 * Safari 16.0 to 16.3 has no sheets of a script's own: there they are a rule in one of the page's.
 *
 * @param css may change; `@import` does not work in it
 */
export function useStyleSheet(css: MaybeRefOrGetter<string>) {
  /* eslint-disable compat/compat -- asked for */
  if (!document.adoptedStyleSheets) {
    useRule(css)
    return
  }
  const sheet = new CSSStyleSheet()
  watchEffect(() => sheet.replaceSync(toValue(css)))
  document.adoptedStyleSheets.push(sheet)
  onScopeDispose(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet)
  })
  /* eslint-enable compat/compat */
}

function useRule(css: MaybeRefOrGetter<string>) {
  const sheet = document.styleSheets[0]
  watchEffect((onCleanup) => {
    const rule = sheet.cssRules[sheet.insertRule(`@media all { ${toValue(css)} }`, sheet.cssRules.length)]
    onCleanup(() => sheet.deleteRule([...sheet.cssRules].indexOf(rule)))
  })
}
