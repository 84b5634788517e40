import type { Plugin } from 'vite'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import process from 'node:process'

/** What a page of the deck is kept in files beside it: nothing else may be asked for, from anywhere. */
const OWN_FILES = ['\'self\'']

/**
 * Gives every build a Content-Security-Policy (CSP Level 3) in its page: scripts, styles, fonts and pictures of the
 * deck's own and nothing else. Inline ones are allowed by their hash, so that a script that gets into the page by a
 * note or a slide never runs. The policy of a single file allows nothing outside it.
 *
 * A browser takes the policy from where the tag stands, so it comes before all scripts and styles.
 */
export function contentSecurity({ userRoot }: { userRoot: string }): Plugin[] {
  const fixedStyles = new Set<string>()
  return [{
    name: 'deck:run-time-styles',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /@slidev[\\/]client/, code: /\buseStyleTag\b|\bCSS_DISABLE_TRANS\b/ },
      handler(code) {
        // against transitions while light and dark change: a tag whose text never varies
        const [, fixed] = code.match(/CSS_DISABLE_TRANS = '([^']+)'/) ?? []
        if (fixed)
          fixedStyles.add(fixed)
        return useStyleSheets(code, join(userRoot, 'composables/useStyleSheet'))
      },
    },
  }, {
    name: 'deck:content-security',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const page of Object.values(bundle)) {
          if (page.type === 'asset' && page.fileName.endsWith('.html'))
            page.source = withPolicy(String(page.source), process.env.DECK_SINGLE_FILE ? [] : OWN_FILES, [...fixedStyles])
        }
      },
    },
  }]
}

/**
 * Puts the policy into a page.
 *
 * @param html the page as it is built
 * @param files sources allowed besides what stands in the page itself
 * @param styles texts of `<style>` tags that scripts put into the page
 * @throws an error if the page has no charset, which the policy is to follow
 */
export function withPolicy(html: string, files: string[], styles: string[] = []): string {
  const policy = Object.entries({
    'default-src': ['\'none\''],
    'script-src': [...files, ...inline(html, 'script').map(hash)],
    'style-src': [...files, ...[...inline(html, 'style'), ...styles].map(hash)],
    'font-src': [...files, 'data:'],
    'img-src': [...files, 'data:'],
    'connect-src': files,
    'base-uri': ['\'none\''],
    'form-action': ['\'none\''],
  }).filter(([, sources]) => sources.length > 0).map(directive => directive.flat().join(' ')).join('; ')
  const [charset] = html.match(/<meta charset="[^"]*"\s*\/?>/i) ?? []
  if (!charset)
    throw new Error('The page has no <meta charset>, after which its Content-Security-Policy is to stand.')
  return html.replace(charset, `${charset}\n  <meta http-equiv="Content-Security-Policy" content="${policy}">`)
}

/** The texts of a page's inline scripts or styles. A `<noscript>` may hold styles as well. */
function inline(html: string, tag: 'script' | 'style'): string[] {
  return [...html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)]
    .filter(([, name, attributes]) => name === tag && !/\ssrc=/.test(attributes))
    .map(([,,, text]) => text)
}

/** As the policy names an inline script or style */
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** Slidev writes some styles into `<style>` tags at run time, which the policy forbids. It lets scripts make style sheets. */
function useStyleSheets(code: string, module: string): string {
  return code.replace(/import \{([^}]*\buseStyleTag\b[^}]*)\} from '@vueuse\/core'/, (_, imported: string) => {
    const others = imported.split(',').filter(name => name.trim() !== 'useStyleTag')
    return `import {${others.join(',')}} from '@vueuse/core'\nimport { useStyleSheet as useStyleTag } from ${JSON.stringify(module)}`
  })
}
