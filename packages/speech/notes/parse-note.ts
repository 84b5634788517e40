import type { Token } from 'markdown-exit'
import type { Note, NoteBlock, NoteItem, NoteRun, NoteRunKind } from '../note'
import { createMarkdownExit } from 'markdown-exit'
import { stressBesideFullWidth } from '../markdown'

/**
 * Slidev's own Markdown, for words that are said: a tag and `$` are the characters that were typed, a link is its words and
 * goes nowhere, a line that is set in is no code, and nothing that is typed vanishes.
 */
const markdown = createMarkdownExit({ html: false }).disable(['code', 'reference', 'strikethrough']).use(stressBesideFullWidth)
markdown.validateLink = () => true

/** `[click]` and `[click:2]`, before anything takes their brackets for a link's */
markdown.inline.ruler.before('link', 'click_mark', (state, silent) => {
  const [mark, count = '1'] = state.src.slice(state.pos).match(/^\[click(?::(\d+))?\]/i) ?? []
  if (!mark)
    return false
  if (!silent)
    state.push('click_mark', '', 0).content = count
  state.pos += mark.length
  return true
})

/** 【待核：…】 and other cues, and pause marks */
const UNSAID = /(【待核[^】]*】)|(【[^】]*】)|[／∥]+/g

/**
 * A note from its source.
 *
 * @param source as Slidev's parser gives it; a slide without a note has none
 */
export function parseNote(source = ''): Note {
  const tokens = markdown.parse(source, {})
  let at = 0
  let click = 0
  let line = 0

  /** Blocks up to the token that closes what holds them */
  function blocks(close?: string): NoteBlock[] {
    const found: NoteBlock[] = []
    while (at < tokens.length && tokens[at].type !== close)
      found.push(...block(tokens[at++]))
    at++
    return found
  }

  function block({ type, tag, content, map }: Token): NoteBlock[] {
    line = map?.[0] ?? line
    switch (type) {
      case 'heading_open':
        return [{ kind: 'heading', level: Number(tag.slice(1)), runs: inlineRuns('heading_close') }]
      case 'paragraph_open':
        return [{ kind: 'paragraph', runs: inlineRuns('paragraph_close') }]
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [{ kind: 'list', items: items(type.replace('open', 'close')) }]
      case 'blockquote_open':
        return [{ kind: 'quote', blocks: blocks('blockquote_close') }]
      case 'table_open':
        return [{ kind: 'table', rows: rows() }]
      case 'fence':
        return [{ kind: 'code', runs: [{ kind: 'code', text: content.replace(/\n$/, ''), click, line: line + 1 }] }]
      case 'hr':
        return [{ kind: 'rule' }]
      default:
        throw new Error(`markdown-exit makes a block of a note that parse-note.ts doesn't know: ${type}`)
    }
  }

  function items(close: string): NoteItem[] {
    const found: NoteItem[] = []
    while (tokens[at].type !== close) {
      const { info, markup } = tokens[at++]
      found.push({ ...info && { number: `${info}${markup}` }, blocks: blocks('list_item_close') })
    }
    at++
    return found
  }

  function rows(): NoteRun[][][] {
    const found: NoteRun[][][] = []
    for (let token = tokens[at++]; token.type !== 'table_close'; token = tokens[at++]) {
      line = token.map?.[0] ?? line
      if (token.type === 'tr_open')
        found.push([])
      else if (/^t[hd]_open$/.test(token.type))
        found.at(-1)!.push(inlineRuns(token.type.replace('open', 'close')))
    }
    return found
  }

  function inlineRuns(close: string): NoteRun[] {
    const { children } = tokens[at++]
    if (tokens[at++].type !== close)
      throw new Error(`markdown-exit no longer ends a text of a note with ${close}`)
    return withoutBlanks(withMarks(pieces(children ?? [])))
  }

  function pieces(children: Token[]): NoteRun[] {
    let stress = 0
    return children.flatMap(({ type, content, nesting }): NoteRun[] => {
      const run = (kind: NoteRunKind, text: string) => [{ kind, text, click, line }]
      switch (type) {
        case 'strong_open':
        case 'strong_close':
        case 'em_open':
        case 'em_close':
          stress += nesting
          return []
        case 'link_open':
        case 'link_close':
          return []
        case 'click_mark':
          click += Number(content)
          return run('click', '')
        case 'softbreak':
        case 'hardbreak':
          line++
          return type === 'softbreak' ? run(stress ? 'stress' : 'words', '\n') : run('break', '\n')
        case 'code_inline':
          return run('code', content)
        case 'text':
        case 'image':
          return run(stress ? 'stress' : 'words', content)
        default:
          throw new Error(`markdown-exit makes a part of a note that parse-note.ts doesn't know: ${type}`)
      }
    })
  }

  return blocks()
}

/** Runs cut where cues and pauses begin and end, which may hold stress of their own; neighbours of one kind made one */
function withMarks(runs: NoteRun[]): NoteRun[] {
  const text = runs.map(({ kind, text }) => kind === 'code' ? '\0'.repeat(text.length) : text).join('')
  const marks = [...text.matchAll(UNSAID)].map(({ index, 0: mark, 1: pending, 2: cue }) => ({
    start: index,
    end: index + mark.length,
    kind: (pending ? 'pending' : cue ? 'cue' : 'pause') as NoteRunKind,
  }))
  const found: NoteRun[] = []
  let previous: unknown
  let offset = 0
  for (const run of runs) {
    const end = offset + run.text.length
    const edges = marks.flatMap(({ start, end }) => [start, end]).filter(edge => offset < edge && edge < end)
    const cuts = [offset, ...new Set(edges), end]
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const mark = run.kind === 'click' ? undefined : marks.find(({ start, end }) => start <= from && from < end)
      const kind = mark?.kind ?? run.kind
      const part = { ...run, kind, text: run.text.slice(from - offset, cuts[index + 1] - offset) }
      const last = found.at(-1)
      if (last?.kind === kind && last.click === run.click && previous === mark && !['click', 'break'].includes(kind))
        last.text += part.text
      else
        found.push(part)
      previous = mark
    }
    offset = end
  }
  return found
}

const LATIN = /[\x21-\x7E]/

/** Spaces that were typed around marks stay between two Latin words only. */
function withoutBlanks(runs: NoteRun[]): NoteRun[] {
  const neighbours = runs.filter(({ text }) => text.trim())
  return runs.filter((run) => {
    if (run.text.trim() || run.text.includes('\n') || run.kind === 'click')
      return true
    const next = neighbours.find(other => runs.indexOf(other) > runs.indexOf(run))?.text ?? ''
    const last = neighbours.findLast(other => runs.indexOf(other) < runs.indexOf(run))?.text ?? ''
    return LATIN.test(last.at(-1) ?? '') && LATIN.test(next[0] ?? '')
  })
}
