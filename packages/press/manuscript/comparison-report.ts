import type { ChangedStretch, Comparison, SlideChange } from './compare'

const MARKS: Record<ChangedStretch['kind'], [string, string]> = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'], to: ['[-', '-]'], from: ['{+', '+}'] }
const COLOURS: Partial<Record<ChangedStretch['kind'], string>> = { removed: '\u001B[31;9m', to: '\u001B[33;9m', added: '\u001B[32;4m', from: '\u001B[33;4m' }
/** Characters of unchanged words that are shown beside a change */
const CONTEXT = 24

/** What a comparison counts, in a sentence */
export function summaryOf({ slides, headings, comments, passages, tracked }: Comparison): string {
  const counts = [
    slides.length > 0 ? `${slides.length} 页的讲稿有改动` : '讲稿没有改动',
    headings.length > 0 && `${headings.length} 处标题有改动`,
    comments.length > 0 && `${comments.length} 条批注`,
    passages.length > 0 && `${passages.length} 段话要你看一看`,
  ].filter(Boolean)
  return `${counts.join('，')}${tracked > 0 ? `（文件里有 ${tracked} 处修订）` : ''}。`
}

/**
 * A comparison for the terminal: what is gone in [- -], what is new in {+ +}.
 *
 * @param comparison of the deck with a Word file
 * @param colours whether the terminal has them
 */
export function comparisonText(comparison: Comparison, colours = false): string {
  const { slides, headings, comments, passages, figures, remarks } = comparison
  const section = (title: string, lines: string[]) => lines.length > 0 ? [`${title}\n${lines.map(line => `  ${line}`).join('\n')}`] : []
  return [
    ...slides.map(change => `${nameOf(change)}\n  ${changed(change.stretches, colours).replaceAll('\n', '\n  ')}${notesOf(change).map(note => `\n  ※ ${note}`).join('')}`),
    ...section('标题（不会自动改，请到那一页改）：', headings.map(headingLine)),
    ...section('批注：', comments.map(comment => `${commentPlace(comment)}：${comment.text.replaceAll('\n', ' ')}`)),
    ...section('请看一看：', passages.map(({ message, text }) => `“${text.replaceAll('\n', ' ')}”\n    ${message}。`)),
    ...section('数字：', figures),
    ...section('另外：', remarks),
    summaryOf(comparison),
  ].join('\n\n')
}

function nameOf({ page, title, file }: SlideChange): string {
  return `第 ${page} 页${title && `《${title}》`}（${file}）`
}

/** What the secretary has to know of a slide besides its words */
export function notesOf({ strays, conflict }: SlideChange): string[] {
  return [
    ...strays.map(({ mark, beside }) => beside ? `${mark} 所在的话删了，移到“${shortened(beside)}”旁边。` : `${mark} 的字删了，这个记号跟着去掉。`),
    ...conflict ? ['这份 Word 送出以后，幻灯片里的这段讲稿也改过：导入会以 Word 为准，请核对。'] : [],
  ]
}

function headingLine({ page, place, before, after }: Comparison['headings'][number]): string {
  return `第 ${page} 页，${place}：${before ? `“${before}”` : ''}${before && after ? '改为' : ''}${after ? `“${after}”` : '删去了'}`
}

function commentPlace({ page, author, date, about, done }: Comparison['comments'][number]): string {
  return [author || '无名', date.slice(0, 10), page && `第 ${page} 页`, about && `“${shortened(about)}”`, done && '已解决'].filter(Boolean).join('，')
}

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length > 30 ? `${line.slice(0, 28)}……` : line
}

function changed(stretches: ChangedStretch[], colours: boolean): string {
  return stretches.map(({ kind, text, page }, index) => {
    if (kind === 'same')
      return around(text, index === 0, index === stretches.length - 1)
    const place = kind === 'to' ? `（移到第 ${page} 页）` : kind === 'from' ? `（由第 ${page} 页移来）` : ''
    const [open, close] = MARKS[kind]
    const shown = kind === 'removed' || kind === 'added' ? text.replace(/^\n$/, '¶\n').replace(/\n(?=.)/g, '¶\n') : text
    return `${place}${colours ? COLOURS[kind] : ''}${open}${shown}${close}${colours ? '\u001B[0m' : ''}`
  }).join('')
}

/** Unchanged words, those only that stand beside a change */
function around(text: string, first: boolean, last: boolean): string {
  const room = (first ? 0 : CONTEXT) + (last ? 0 : CONTEXT)
  if (text.length <= room + 4)
    return text
  return `${first ? '' : text.slice(0, CONTEXT)}……${last ? '' : text.slice(-CONTEXT)}`
}

const ELEMENTS: Record<ChangedStretch['kind'], [open: string, close: string]> = {
  same: ['', ''],
  removed: ['<del>', '</del>'],
  added: ['<ins>', '</ins>'],
  to: ['<del class="moved">', '</del>'],
  from: ['<ins class="moved">', '</ins>'],
}

/**
 * A comparison as a page of its own, to be read and printed.
 *
 * @param comparison of the deck with a Word file
 * @param title of the page: the deck's
 * @param name of the Word file
 */
export function comparisonHtml(comparison: Comparison, title: string, name: string): string {
  const { slides, headings, comments, passages, figures, remarks } = comparison
  const section = (heading: string, items: string[]) => items.length > 0 ? `<section class="list"><h2>${heading}</h2><ul>${items.map(item => `<li>${item}</li>`).join('')}</ul></section>` : ''
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>改稿对照：${escaped(title)}</title>
<style>
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1d1d1f; background: #fff; font: 1rem/1.9 "Noto Serif SC", "Songti SC", SimSun, serif; }
  h1, h2, .tag, .notes, .list { font-family: "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
  h1 { font-size: 1.5rem; line-height: 1.4; margin: 0; }
  h2 { font-size: 1.05rem; margin: 2.2rem 0 .4rem; padding-bottom: .2rem; border-bottom: 1px solid #c8c8cc; }
  h2 small { font-weight: 400; color: #6a6a70; }
  p { margin: .4rem 0; }
  del { color: #a3161f; background: #fdeaea; }
  ins { color: #0b5c2b; background: #e4f5e9; text-decoration: underline; }
  .moved { color: #704a00; background: #fff3d6; }
  .tag { font-size: .75rem; color: #704a00; }
  .notes { margin: .4rem 0; padding: .3rem .8rem; font-size: .85rem; background: #f4f4f6; list-style: none; }
  .list { font-size: .92rem; }
  .list q { font-family: "Noto Serif SC", "Songti SC", SimSun, serif; }
  @media print { body { max-width: none; margin: 0; font-size: 10.5pt; } section { break-inside: avoid-page; } }
</style>
<h1>改稿对照</h1>
<p>${escaped(name)} 与幻灯片里的讲稿：${escaped(summaryOf(comparison))}<br><del>删去的</del> <ins>添上的</ins> <ins class="moved">移动的</ins></p>
${section('请看一看', passages.map(({ message, text }) => `<q>${escaped(text)}</q><br>${escaped(message)}。`))}
${section('数字', figures.map(escaped))}
${section('标题（不会自动改，请到那一页改）', headings.map(heading => escaped(headingLine(heading))))}
${section('批注', comments.map(comment => `${escaped(commentPlace(comment))}<br>${escaped(comment.text)}`))}
${section('另外', remarks.map(escaped))}
${slides.map(change => `<section><h2>第 ${change.page} 页 ${escaped(change.title)} <small>${escaped(change.file)}</small></h2>
<p>${change.stretches.map(stretchHtml).join('')}</p>
${notesOf(change).length > 0 ? `<ul class="notes">${notesOf(change).map(note => `<li>${escaped(note)}</li>`).join('')}</ul>` : ''}</section>`).join('\n')}
</html>
`
}

function stretchHtml({ kind, text, page }: ChangedStretch): string {
  const [open, close] = ELEMENTS[kind]
  const place = kind === 'to' ? `<span class="tag">（移到第 ${page} 页）</span>` : kind === 'from' ? `<span class="tag">（由第 ${page} 页移来）</span>` : ''
  // a paragraph that is added or taken away is seen by its sign
  return text.split('\n').map(line => `${place}${line && `${open}${escaped(line)}${close}`}`).join(`${open}${kind === 'same' ? '' : '¶'}${close}</p>\n<p>`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
}
