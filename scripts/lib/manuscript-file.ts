import type { Deck } from './deck'
import type { WordOptions } from './word-document'
import { basename } from 'node:path'
import { readBuildInfo } from '../../plugins/build-info'
import { distFile } from './deck'
import { manuscriptOf } from './manuscript'
import { wordDocument } from './word-document'

/**
 * The manuscript of a deck as a Word file, dated by the last commit.
 *
 * @param deck as parsed
 * @param root its folder
 * @param options of its layout
 * @returns the file's usual name, and what stands in it
 * @throws an error that lists what the deck lacks for it
 */
export async function manuscriptFile(deck: Deck, root: string, options: Pick<WordOptions, 'podium' | 'cues'>): Promise<{ name: string, data: Uint8Array }> {
  const { info, keywords } = deck.headmatter as Record<string, string | undefined>
  return {
    name: basename(distFile(deck, `讲话稿${options.podium ? '（大字稿）' : ''}.docx`)),
    data: await wordDocument(manuscriptOf(deck, root, options.podium), { ...options, date: readBuildInfo(root).date, subject: info, keywords }),
  }
}
