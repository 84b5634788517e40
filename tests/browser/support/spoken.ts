import type { Deck } from '../../../scripts/lib/deck'

export const plain = (text: string) => text.replaceAll(/<[^>]*>|\[click(?::\d+)?\]|[*#>]/g, '')
/** Non-ASCII characters may stand as \uXXXX in a built file */
export const unescaped = (text: string) => text.replaceAll(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))

/** What only the speaker says; words that a slide shows as well are no secret */
export function spokenOnly({ slides }: Deck): string[] {
  const shown = plain(slides.map(({ content, frontmatter }) => content + JSON.stringify(frontmatter)).join(''))
  return slides.flatMap(({ note }) => plain(note ?? '').split(/[\n，。；：！？、]/)).map(part => part.trim()).filter(part => part.length >= 8 && !shown.includes(part))
}
