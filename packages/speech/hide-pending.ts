import type { Plugin } from 'vite'
import { shownData, withoutPending } from './pending'
import { changeTemplate, FRONTMATTER_MODULE, MARKDOWN_MODULE } from './slide-modules'

/** How Slidev writes the deck's headmatter and a slide's frontmatter for the browser */
const DATA = [
  { id: /^\/@slidev\/configs$/, line: /^export default (.+)$/m, name: 'the deck’s headmatter' },
  { id: FRONTMATTER_MODULE, line: /^export const frontmatterData = (.+)$/m, name: 'a slide’s frontmatter' },
]

/**
 * Keeps what is yet to be confirmed (【待核：…】) from the audience, in every output: slides, their titles and the deck's show
 * nothing in its place, whatever layout they have. Notes and the files themselves keep it.
 *
 * @throws Error if Slidev no longer writes headmatter or frontmatter as it does
 */
export function hidePending(): Plugin {
  return {
    name: 'slidev-speech:hide-pending',
    enforce: 'pre',
    transform(code, id) {
      if (MARKDOWN_MODULE.test(id) && code.includes('【待核'))
        return { code: changeTemplate(code, withoutPending), map: null }
      const data = DATA.find(data => data.id.test(id))
      if (data)
        return { code: withShownData(code, id, data), map: null }
    },
    transformIndexHtml: {
      order: 'post', // after those that write words into it
      handler: withoutPending,
    },
  }
}

function withShownData(code: string, id: string, { line, name }: typeof DATA[number]): string {
  const [all, json] = line.exec(code) ?? []
  if (!all)
    throw new Error(`Slidev no longer writes ${name} as slidev-addon-speech expects it: ${id}`)
  return code.replace(all, () => all.replace(json, () => JSON.stringify(shownData(JSON.parse(json)))))
}
