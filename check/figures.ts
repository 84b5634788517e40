import type { SlideInfo } from '@slidev/types'
import type { LedgerEntry } from '../facts/ledger'
import type { Finding } from './finding'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, LineCounter, parseDocument } from 'yaml'
import { entryFaults, ledgerEntries, unknownFiguresOf, unspoken, written } from '../facts/ledger'
import { slideName } from './finding'
import { lineSaying } from './position'
import { decode, nameOf, yamlMessage, yamlOffset } from './read-deck'

const LEDGER = 'facts/figures.yaml'

/**
 * Compares slides and notes with the ledger: double entry. A deck without a ledger is not compared.
 *
 * @param slides as Slidev parses them
 * @param root of the deck
 */
export function figureFindings(slides: SlideInfo[], root: string): Finding[] {
  const file = join(root, LEDGER)
  if (!existsSync(file))
    return []
  const { text, fault } = decode(readFileSync(file))
  if (fault)
    return [{ file: LEDGER, ...fault }]

  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineAt = (offset = 0) => lines.linePos(offset).line
  const [error] = document.errors
  if (error)
    return [{ file: LEDGER, line: lineAt(yamlOffset(error, text)), message: yamlMessage(error, text) }]
  const { contents } = document
  if (!isMap(contents) || contents.items.some(({ value }) => !isMap(value)))
    return [{ file: LEDGER, line: 1, message: '台账要一笔一项：先写名称和冒号，下面缩进两格写 value、unit、counts、source；请对照原来的样子改正' }]

  const lineOf = (key: string) => lineAt(contents.items.find(item => String(item.key) === key)?.key?.range?.[0])
  const ledger = ledgerEntries(document.toJS())
  const faults = entryFaults(ledger)
  if (faults.length > 0)
    return faults.map(({ key, message }) => ({ file: LEDGER, line: lineOf(key), message }))
  return [
    ...slides.flatMap(slide => slideFindings(slide, ledger, root)),
    ...unspoken(slides.map(({ note = '' }) => note), ledger).map(entry => ({
      file: LEDGER,
      line: lineOf(entry.key),
      message: `${entry.key}（${written(entry)}）没有一处讲稿念到；请在讲稿里写上，或改正、删去这一笔`,
    })),
  ]
}

function slideFindings(slide: SlideInfo, ledger: LedgerEntry[], root: string): Finding[] {
  const { content, frontmatter, note = '', source } = slide
  return unknownFiguresOf({ content, frontmatter, note }, ledger).map(({ figure, part }) => ({
    file: nameOf(source.filepath, root),
    line: lineSaying(source, figure.match(/^[\d,.-]+/)?.[0] ?? figure, part),
    slide: slideName(slide),
    message: `${part === 'note' ? '讲稿里的' : ''}“${figure}”不在数字台账里；请与 ${LEDGER}、画面、讲稿三处核对，改成一致`,
  }))
}
