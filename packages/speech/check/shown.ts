import type { SlideInfo } from '@slidev/types'
import type { Vocabulary } from './vocabulary'
import { componentsIn, textsIn } from './content'
import { layoutOf } from './frontmatter'
import { contentLine, frontmatterLine } from './position'
import { DECK_KEYS, OWN_DECK_KEYS, SLIDE_KEYS } from './vocabulary'

type Path = (string | number)[]

/** Words that a slide shows */
export interface ShownText {
  text: string
  /** Line of the file, from 1, of a place in the text */
  lineOf: (index: number) => number
}

/** A number that a slide shows by itself, as data of its layout or of a component */
export interface ShownNumber {
  value: number
  /** What stands beside or above it */
  unit?: string
  /** The words beside it */
  beside: string
  line: number
}

/**
 * What a slide shows: the words of its content and of its frontmatter, and the numbers in its data. What steers Slidev
 * is left out, unless the slide's layout shows it.
 *
 * @param slide as Slidev parses it
 * @param vocabulary of the deck
 * @param notShown frontmatter of its layouts that only steers, such as milliseconds
 */
export function shownOf(slide: SlideInfo, vocabulary: Vocabulary, notShown: string[] = []): { texts: ShownText[], numbers: ShownNumber[] } {
  const { content, source } = slide
  const data = shownDataOf(slide, vocabulary, notShown)
  const lineIn = (path: Path) => frontmatterLine(source, path)
  const components = componentsIn(content).filter(({ props }) => typeof props.value === 'number')
  return {
    texts: [
      ...textsIn(content).map(({ text, lineOf }) => ({ text, lineOf: (index: number) => contentLine(source, 0) + lineOf(index) })),
      ...stringsIn(data).map(({ text, path }) => ({ text, lineOf: () => lineIn(path) })),
    ],
    numbers: [
      ...numbersIn(data).map(({ path, ...number }) => ({ ...number, line: lineIn(path) })),
      ...components.map(({ line, props: { value, unit, label } }) => (
        { value: value as number, unit: unit as string | undefined, beside: String(label ?? ''), line: contentLine(source, 0) + line })),
    ],
  }
}

/** The same of the frontmatter alone, as it stands there */
export function shownDataOf({ frontmatter, index }: SlideInfo, vocabulary: Vocabulary, notShown: string[] = []): Record<string, unknown> {
  const props = vocabulary.propsOf(layoutOf(frontmatter, index + 1)) ?? {}
  const steering = [...SLIDE_KEYS, ...Object.keys(OWN_DECK_KEYS), ...index === 0 ? DECK_KEYS : []].filter(key => !(key in props))
  return Object.fromEntries(Object.entries(frontmatter).filter(([key]) => ![...steering, ...notShown].includes(key)))
}

/** All texts of a slide's data, each with the way to it */
export function stringsIn(data: unknown, path: Path = []): { text: string, path: Path }[] {
  if (typeof data === 'string')
    return [{ text: data, path }]
  return entriesOf(data).flatMap(([key, value]) => stringsIn(value, [...path, key]))
}

function numbersIn(data: unknown, path: Path = [], unit?: string, beside = ''): (Omit<ShownNumber, 'line'> & { path: Path })[] {
  if (typeof data === 'number')
    return [{ value: data, unit, beside, path }]
  const { unit: own = unit } = (data ?? {}) as { unit?: unknown }
  const words = entriesOf(data).filter(([, value]) => typeof value === 'string').map(([, value]) => value).join(' ')
  return entriesOf(data).flatMap(([key, value]) => numbersIn(value, [...path, key], own as string | undefined, words || beside))
}

function entriesOf(data: unknown): [string | number, unknown][] {
  if (!data || typeof data !== 'object')
    return []
  return Array.isArray(data) ? [...data.entries()] : Object.entries(data)
}
