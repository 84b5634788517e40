import type { Deck } from 'slidev-addon-speech/deck'

/** The hanzi of a text alone: what stands between two parts of a sentence in a built file is none */
export const hanzi = (text: string) => text.match(/\p{Script=Han}/gu)?.join('') ?? ''
/** Non-ASCII characters may stand as \uXXXX in a built file */
export const unescaped = (text: string) => text.replaceAll(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))

/** What only the speaker says, phrase by phrase, in hanzi; words that a slide shows as well are no secret */
export function spokenOnly({ slides }: Deck): string[] {
  const shown = hanzi(slides.map(({ content, frontmatter }) => content + JSON.stringify(frontmatter)).join(''))
  return slides.flatMap(({ note = '' }) => note.split(/[\n，。；：！？、]/)).map(hanzi).filter(part => part.length >= 8 && !shown.includes(part))
}
