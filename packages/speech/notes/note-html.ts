import type { Note, NoteBlock, NoteRun } from '../note'

/** What Slidev's `notesAutoRuby` writes above words: 乡: xiāng */
export type Ruby = Record<string, string>

/**
 * A note as HTML for Slidev's own views, which find its click marks by their class.
 *
 * @param note as `parseNote` gives it
 * @param ruby by word
 */
export function noteHtml(note: Note, ruby: Ruby = {}): string {
  return note.map(block => blockHtml(block, ruby)).join('\n')
}

function blockHtml(block: NoteBlock, ruby: Ruby): string {
  const html = (runs: NoteRun[]) => runs.map(run => runHtml(run, ruby)).join('')
  switch (block.kind) {
    case 'paragraph':
      return `<p>${html(block.runs)}</p>`
    case 'heading':
      return `<h${block.level}>${html(block.runs)}</h${block.level}>`
    case 'code':
      return `<pre>${html(block.runs)}</pre>`
    case 'rule':
      return '<hr>'
    case 'quote':
      return `<blockquote>${noteHtml(block.blocks, ruby)}</blockquote>`
    case 'table':
      return `<table>${block.rows.map(cells => `<tr>${cells.map(cell => `<td>${html(cell)}</td>`).join('')}</tr>`).join('')}</table>`
    case 'list': {
      const tag = block.items[0].number ? 'ol' : 'ul'
      const items = block.items.map(({ number, blocks }) => `<li${number ? ` value="${Number.parseInt(number)}"` : ''}>${noteHtml(blocks, ruby)}</li>`)
      return `<${tag}>${items.join('')}</${tag}>`
    }
  }
}

function runHtml({ kind, text, click }: NoteRun, ruby: Ruby): string {
  const words = withRuby(text, ruby)
  switch (kind) {
    case 'click': return `<span class="slidev-note-click-mark" data-clicks="${click}"></span>`
    case 'break': return '<br>'
    case 'stress': return `<strong>${words}</strong>`
    case 'code': return `<code>${escaped(text)}</code>`
    case 'pending': return `<mark>${words}</mark>`
    case 'draft': return `<mark class="draft">${words}</mark>`
    default: return words
  }
}

/** The longest word first, as Slidev does it; a word of Latin letters only where it stands alone */
function withRuby(text: string, ruby: Ruby): string {
  const words = Object.keys(ruby).sort((one, other) => other.length - one.length)
  if (words.length === 0)
    return escaped(text)
  const pattern = words.map(word => /^\w+$/.test(word) ? `\\b${word}\\b` : word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text.split(new RegExp(`(${pattern})`)).map((part, index) => index % 2 === 1
    ? `<ruby>${escaped(part)}<rt>${escaped(ruby[part])}</rt></ruby>`
    : escaped(part)).join('')
}

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', '&': '&amp;' }

function escaped(text: string): string {
  return text.replace(/[<>"&]/g, character => ENTITIES[character])
}
