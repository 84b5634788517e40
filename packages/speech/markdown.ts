import type { MarkdownExit } from 'markdown-exit'
import { createMarkdownExit, StateInline } from 'markdown-exit'

/** Characters of Chinese and its neighbours, and their punctuation, quotation marks and dashes too */
const FULL_WIDTH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFFEF“”‘’—…·]/u

/**
 * Stress beside full-width marks: 坚持**德育，**做到**《办法》**的要求. CommonMark takes `**` between a punctuation mark and
 * a letter for an opening or a closing one by rules for scripts that set spaces between words, and Chinese sets none.
 *
 * @see https://github.com/commonmark/commonmark-spec/issues/650
 */
export function stressBesideFullWidth(markdown: MarkdownExit): void {
  const State = class extends StateInline {
    scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord)
      const before = this.src.slice(0, start).match(/.$/u)?.[0] ?? ' '
      const after = this.src.slice(start + scanned.length, this.posMax).match(/^./u)?.[0] ?? ' '
      if (!canSplitWord || !(FULL_WIDTH.test(before) || FULL_WIDTH.test(after)))
        return scanned
      return { ...scanned, can_open: scanned.can_open || /\S/.test(after), can_close: scanned.can_close || /\S/.test(before) }
    }
  }
  markdown.inline.State = State as unknown as typeof markdown.inline.State // its types know the parser's own class only
}

/** For a line of a slide: tags in it are tags */
const inline = createMarkdownExit({ html: true }).use(stressBesideFullWidth)

/** The words of a headline or caption as they are read, without the marks and tags that set them: `**重点**工作<wbr>` → 重点工作 */
export function wordsOf(line = ''): string {
  const [{ children }] = inline.parseInline(String(line), {})
  return (children ?? []).map(({ type, content }) => type === 'html_inline' ? '' : type === 'softbreak' ? ' ' : content).join('')
}
