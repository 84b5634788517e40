import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { createHash } from 'node:crypto'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { clientSources } from 'slidev-addon-speech/client-sources'

/** What a page of the deck is kept in files beside it: nothing else may be asked for, from anywhere. */
const OWN_FILES = ['\'self\'']

/** What Slidev draws with styles that it writes at run time: Mermaid, marks by hand, mathematics, code */
const DRAWN = /```|~~~|\bv-mark\b|\$[^$]+\$|<(?:pre|Mermaid|PlantUml)\b/
/** The same in a component or a layout */
const DRAWN_BY_COMPONENT = /<template>[\s\S]*(?:\sv-mark\b|<(?:Mermaid|PlantUml)\b)/

const useStyleSheetModule = fileURLToPath(new URL('useStyleSheet', import.meta.url))

/**
 * Gives every build a Content-Security-Policy (CSP Level 3) in its page: scripts, styles, fonts and pictures of the
 * deck's own and nothing else. Inline ones are allowed by their hash, so that a script that gets into the page by a
 * note or a slide never runs. The policy of a single file allows nothing outside it.
 *
 * A browser takes the policy from where the tag stands, so it comes before all scripts and styles.
 */
export function contentSecurity({ data, roots }: Pick<ResolvedSlidevOptions, 'data' | 'roots'>): Plugin[] {
  const fixedStyles = new Set<string>()
  const drawn = data.slides.some(({ content }) => DRAWN.test(content))
    || [...clientSources(roots)].some(([file, text]) => file.endsWith('.vue') && DRAWN_BY_COMPONENT.test(text))
  return [{
    name: 'deck:run-time-styles',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { code: /\buseStyleTag\b|\bCSS_DISABLE_TRANS\b/ },
      handler(code) {
        // against transitions while light and dark change: a tag whose text never varies
        const [, fixed] = code.match(/CSS_DISABLE_TRANS = '([^']+)'/) ?? []
        if (fixed)
          fixedStyles.add(fixed)
        return useStyleSheets(code, useStyleSheetModule)
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
            page.source = withPolicy(withoutForeignIcon(String(page.source)), process.env.DECK_SINGLE_FILE ? [] : OWN_FILES, [...fixedStyles], drawn)
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
 * @param drawn whether scripts may write any styles at all, for pictures that a library draws
 * @throws an error if the page has no charset, which the policy is to follow
 */
export function withPolicy(html: string, files: string[], styles: string[] = [], drawn = false): string {
  const policy = Object.entries({
    'default-src': ['\'none\''],
    'script-src': [...files, ...inline(html, 'script').map(hash)],
    // a browser that finds a hash takes no notice of 'unsafe-inline'
    'style-src': [...files, ...drawn ? ['\'unsafe-inline\''] : [...inline(html, 'style'), ...styles].map(hash)],
    'font-src': [...files, 'data:'],
    'img-src': [...files, 'data:'],
    'media-src': [...files, 'data:', 'blob:'],
    'connect-src': files,
    'base-uri': ['\'none\''],
    'form-action': ['\'none\''],
  }).filter(([, sources]) => sources.length > 0).map(directive => directive.flat().join(' ')).join('; ')
  const [charset] = html.match(/<meta charset="[^"]*"\s*\/?>/i) ?? []
  if (!charset)
    throw new Error('The page has no <meta charset>, after which its Content-Security-Policy is to stand.')
  return html.replace(charset, `${charset}\n  <meta http-equiv="Content-Security-Policy" content="${policy}">`)
}

/** Slidev's own icon lies on a server elsewhere; asked for, and refused, it would be an error of every page. */
function withoutForeignIcon(html: string): string {
  return html.replace(/(<link rel="icon"[^>]*\bhref=")https?:[^"]*/, '$1data:,')
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
