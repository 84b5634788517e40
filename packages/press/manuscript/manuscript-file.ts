import type { Deck } from 'slidev-addon-speech/deck'
import type { WordOptions } from './word-document'
import { basename } from 'node:path'
import { readBuildInfo } from 'slidev-addon-speech/build-info'
import { readLedger } from 'slidev-addon-speech/check/ledger'
import { outFile } from 'slidev-addon-speech/deck'
import { say } from '../languages/say'
import { manuscriptOf } from './manuscript'
import { wordDocument } from './word-document'

/**
 * The manuscript of a deck as a Word file, dated by the last commit.
 *
 * @param deck as parsed
 * @param root its folder
 * @param options of its layout; `review` makes the copy that goes round, with questions as comments
 * @returns the file's usual name, and what stands in it
 * @throws an error that lists what the deck lacks for it
 */
export async function manuscriptFile(deck: Deck, root: string, options: Pick<WordOptions, 'podium' | 'cues'> & { review?: boolean }): Promise<{ name: string, data: Uint8Array }> {
  const { info, keywords } = deck.headmatter as Record<string, string | undefined>
  const { files } = say
  return {
    name: basename(outFile(deck, `${files.manuscript}${options.review ? files.review : options.podium ? files.podium : ''}.docx`)),
    data: await wordDocument(manuscriptOf(deck, root, options.podium), { ...options, questions: options.review ? readLedger(root) : undefined, date: readBuildInfo(root).date, subject: info, keywords }),
  }
}
