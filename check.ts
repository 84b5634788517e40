import type { SlideInfo } from '@slidev/types'
import type { Demands } from 'slidev-addon-speech/browser/inspect-slide'
import type { Finding } from 'slidev-addon-speech/check/finding'
import type { RuleContext } from 'slidev-addon-speech/check/rules'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { componentsIn, mediaIn } from 'slidev-addon-speech/check/content'
import { slideName } from 'slidev-addon-speech/check/finding'
import { contentLine, frontmatterLine } from 'slidev-addon-speech/check/position'
import { nameOf } from 'slidev-addon-speech/check/read-deck'
import { shownDataOf, stringsIn } from 'slidev-addon-speech/check/shown'
import { wordsOf } from 'slidev-addon-speech/markdown'
import { characterFault } from './composables/character-fault'
import { counterFaults } from './composables/counter-faults'
import { figureFault } from './composables/figure'
import { timelinePositions } from './composables/timeline'

/** Milliseconds between one figure and the next */
export const notShown = ['stagger']

/** How a slide of this deck has to look, from the back row of a bright hall: WCAG 2.2, 1.4.6 and under the projector 1.4.3 */
export const look: Demands = {
  smallest: 26,
  headingFont: 'Noto Serif SC',
  contrast: 7,
  projectedContrast: 4.5,
  noOrphans: true,
  filled: '.slidev-layout.content:not(.statement-layout)', // one sentence may stand alone
  footer: '.slide-footer',
}

/** What only this deck's layouts and components know of their data; `npm run check` asks it of every slide. */
export default function deckRules({ slides, root, vocabulary }: RuleContext): Finding[] {
  const layouts = layoutsIn(root)
  return slides.flatMap((slide) => {
    const { frontmatter, content, source } = slide
    const here = { file: nameOf(source.filepath, root), slide: slideName(slide) }
    return [
      ...[...figureFaults(frontmatter), ...characterFaults(frontmatter, root), ...coverFaults(slide), ...markupFaults(shownDataOf(slide, vocabulary))]
        .map(({ path, message }) => ({ ...here, line: frontmatterLine(source, path), message })),
      ...timelineFaults(frontmatter).map(message => ({ ...here, line: frontmatterLine(source, ['events']), message })),
      ...layouts.includes(frontmatter.layout)
        ? mediaIn(content).filter(({ kind }) => kind !== 'sound').map(({ line, kind }) => ({
            ...here,
            line: contentLine(source, 0) + line,
            message: `这一页的版式 ${frontmatter.layout} 放不下${kind === 'film' ? '短片，会叠在字上；请另起一页，不写版式' : '图片，会叠在字上；请另起一页，用 picture 版式'}`,
          }))
        : [],
      ...componentsIn(content, 'StatCounter').flatMap(({ line, props }) => counterFaults({ value: 0, ...props })
        .map(fault => ({ ...here, line: contentLine(source, 0) + line, message: `StatCounter 的 ${fault}` }))),
    ]
  })
}

type Path = (string | number)[]

/** Numbers that no layout could show as they are */
function figureFaults(data: unknown, path: Path = []): { path: Path, message: string }[] {
  if (typeof data === 'number') {
    const fault = figureFault(data)
    return fault ? [{ path, message: `${path.join('.')} ${fault}` }] : []
  }
  if (!data || typeof data !== 'object')
    return []
  return Object.entries(data).flatMap(([key, value]) => figureFaults(value, [...path, Array.isArray(data) ? Number(key) : key]))
}

/** Marks of stress and tags in what the layouts show as it is typed: only a headline and the text below it know them. */
function markupFaults(data: Record<string, unknown>): { path: Path, message: string }[] {
  const kinds: [RegExp, string][] = [
    [/\*\*[^*]+\*\*/, '会连星号一起显示；请删去星号'],
    [/<\/?[a-z][^>]*>/i, '会连尖括号一起显示，只有标题认得 <wbr>；请删去它'],
  ]
  return stringsIn(data).filter(({ path }) => path[0] !== 'title').flatMap(({ text, path }) =>
    kinds.filter(([markup]) => markup.test(text)).map(([, what]) => ({ path, message: `${path.join('.')} 的“${text}”${what}` })))
}

/** The cover's written character is one of its title. */
function coverFaults({ frontmatter: { layout, glyph }, content }: SlideInfo): { path: Path, message: string }[] {
  const heading = wordsOf(content.match(/^# (.+)$/m)?.[1])
  return layout === 'cover' && heading && typeof glyph === 'string' && !heading.includes(glyph)
    ? [{ path: ['glyph'], message: `glyph“${glyph}”不在封面的标题里，红色的方格不会出现；请换成标题里的字，或删去 glyph` }]
    : []
}

/** Names of the deck's own layouts, which set all of a slide but its headline from its frontmatter */
function layoutsIn(root: string): string[] {
  const folder = join(root, 'layouts')
  return existsSync(folder) ? readdirSync(folder).flatMap(file => file.endsWith('.vue') ? file.slice(0, -'.vue'.length) : []) : []
}

/** Characters that a slide writes stroke by stroke, of which strokes/ has no file */
function characterFaults({ glyph, layout, word }: Record<string, any>, root: string): { path: Path, message: string }[] {
  const written: [string, unknown[]][] = [
    ['glyph', glyph == null ? [] : [glyph]],
    ['word', layout === 'written-word' && typeof word === 'string' ? [...word] : []],
  ]
  const hasStrokes = (character: string) => existsSync(join(root, 'strokes', `${character}.json`))
  return written.flatMap(([key, characters]) => characters.flatMap((character) => {
    const fault = characterFault(character, hasStrokes)
    return fault ? [{ path: [key], message: `${key} ${fault}` }] : []
  }))
}

function timelineFaults({ layout, events, leapYear }: Record<string, any>): string[] {
  if (layout !== 'timeline' || !Array.isArray(events))
    return []
  try {
    timelinePositions(events.map(({ date }) => date), leapYear)
    return []
  }
  catch (error) {
    return [(error as Error).message]
  }
}
