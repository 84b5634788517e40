import type { Plugin } from 'postcss'

/** What layouts ask, see upright.css */
const QUESTION = /^upright\s*\(orientation:\s*portrait\)$/
/** The same without the query of a container, which Chromium has from 105 on: the slide on show, in such a window */
const WINDOW = 'screen and (orientation: portrait) and (max-width: 640px)'
const SLIDE = ':where(#page-root > #slide-container > #slide-content)'

/** Says `@container upright (orientation: portrait)` in words that every browser of the floor has. The rules weigh what they did. */
export function upright(): Plugin {
  return {
    postcssPlugin: 'deck-upright',
    AtRule: {
      container(query) {
        if (!QUESTION.test(query.params))
          return
        query.assign({ name: 'media', params: WINDOW })
        query.each((rule) => {
          if (rule.type === 'rule')
            rule.selectors = rule.selectors.map(selector => `${SLIDE} ${selector}`)
        })
      },
    },
  }
}
