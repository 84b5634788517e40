import type { SlideInfo, SourceSlideInfo } from '@slidev/types'
import type { Deck } from '../scripts/lib/deck'
import type { Finding } from './finding'
import type { FrontmatterFault } from './frontmatter'
import type { Vocabulary } from './vocabulary'
import { join } from 'node:path'
import { resolveConfig } from '@slidev/parser'
import { readCharset } from '../fonts/charset'
import { loadDeck, root } from '../scripts/lib/deck'
import { characterFindings } from './characters'
import { clicksOf } from './clicks'
import { pictureFault, templateFaults } from './content'
import { figureFindings } from './figures'
import { reportOf, slideName } from './finding'
import { frontmatterFaults, layoutOf } from './frontmatter'
import { clickMarkFaults } from './note'
import { contentLine, frontmatterLine, lineSaying, noteLineAt } from './position'
import { nameOf, readDeck } from './read-deck'
import { readVocabulary } from './vocabulary'

/**
 * Everything in the deck's files that a person has to mend; empty if nothing is.
 * Reads files only: no bundling, no browser. One mistake makes one finding: what can't be judged before
 * something else is mended is left for the next check.
 *
 * @param root folder of slides.md
 * @param options what to check
 * @param options.figures whether slides and notes have to agree with the ledger; default yes
 */
export async function checkDeck(root: string, { figures = true } = {}): Promise<Finding[]> {
  const { deck, findings } = await readDeck(root)
  if (!deck || findings.length > 0)
    return findings
  const { slides, headmatter } = deck
  const inSlides = unique([...headmatterFindings(headmatter, slides), ...slideFindings(slides, headmatter, root)])
  const inFigures = figures ? figureFindings(slides, root) : []
  const inFonts = characterFindings(slides, root, readCharset(join(root, 'fonts')))
  return unique([
    ...inSlides,
    ...inFigures.filter(({ slide }) => !slide || !inSlides.some(other => other.slide?.page === slide.page)),
    ...inFonts.filter(({ file }) => !inFigures.some(other => !other.slide && other.file === file)),
  ])
}

/**
 * @param root folder of slides.md
 * @param consequence what does not happen now: 没有构建
 * @throws Error that holds the report, if there is anything to mend
 */
export async function requireSoundDeck(root: string, consequence: string): Promise<void> {
  const findings = await checkDeck(root)
  if (findings.length > 0)
    throw new Error(`${consequence}：${reportOf(findings)}`)
}

/** The deck of this folder, for commands that make something of it; see `requireSoundDeck` */
export async function loadSoundDeck(consequence: string): Promise<Deck> {
  await requireSoundDeck(root, consequence)
  return loadDeck()
}

function headmatterFindings(headmatter: Record<string, unknown>, [first]: SlideInfo[]): Finding[] {
  const at = (key: string, message: string) => [{ file: 'slides.md', line: frontmatterLine(first.source, [key]), message }]
  if (!['default', undefined].includes(headmatter.theme as string))
    return at('theme', `这份幻灯片是按 default 主题做的，没有装“${headmatter.theme}”；请写回 theme: default`)
  try {
    resolveConfig(headmatter)
    return []
  }
  catch {
    return at('aspectRatio', `aspectRatio 的“${headmatter.aspectRatio}”不对；请写成 16/9 的样子`)
  }
}

function slideFindings(slides: SlideInfo[], { defaults }: Record<string, unknown>, root: string): Finding[] {
  const vocabulary = readVocabulary(root)
  return [
    ...slides.flatMap(slide => oneSlideFindings({ ...slide, frontmatter: { ...defaults as object, ...slide.frontmatter } }, vocabulary, root)),
    ...aliasFindings(slides, root),
  ]
}

function oneSlideFindings(slide: SlideInfo, vocabulary: Vocabulary, root: string): Finding[] {
  const { frontmatter, source, index, note, content } = slide
  const here = { file: nameOf(source.filepath, root), slide: slideName(slide) }
  if (source.raw.replaceAll('---', '').trim() === '')
    return [{ ...here, line: Math.max(1, source.start), message: '这一页是空的，多半是多写了一行 ---；请删去它' }]

  const words = content.replace(/^```[\s\S]+?^```/gm, code => code.replace(/\S/g, ' '))
  const leaked = words.match(/^(?:layout|chapter|draft|src|routeAlias)[ \t]*[:：]/m)
  if (leaked)
    return [{ ...here, line: contentLine(source, leaked.index!), message: `“${leaked[0]}”是这一页的设置，却落在了正文里；请在设置的前后各写一行 ---，中间不留空行` }]
  if (note === undefined && words.includes('<!--'))
    return [{ ...here, line: contentLine(source, words.lastIndexOf('<!--')), message: '讲稿后面还有画面上的文字，讲稿就不会显示；请把讲稿移到这一页的最后' }]

  const inFrontmatter = frontmatterFaults(frontmatter, index + 1, vocabulary)
  const clicks = inFrontmatter.length > 0 ? undefined : clicksOf(frontmatter, layoutOf(frontmatter, index + 1), content)
  return [
    ...inFrontmatter.map(fault => locate(fault, slide, root)),
    ...templateFaults(content, vocabulary.components).map(({ line, message }) => ({ ...here, line: contentLine(source, 0) + line, message })),
    ...(source.images ?? []).flatMap((address) => {
      const message = pictureFault(address, source.filepath, root)
      return message ? [{ ...here, line: lineSaying(source, address, 'shown'), message }] : []
    }),
    ...clickMarkFaults(note ?? '', clicks).map(({ offset, message }) => ({ ...here, line: noteLineAt(source, offset), message })),
  ]
}

/** An item may also come from the slide that names the part by `src:`, or from the headmatter's `defaults`. */
function locate({ path, message }: FrontmatterFault, slide: SlideInfo, root: string): Finding {
  const has = ({ frontmatter }: SourceSlideInfo) => path[0] in frontmatter
  const importer = has(slide.source) ? undefined : slide.importChain?.find(has)
  const source = importer ?? slide.source
  return { file: nameOf(source.filepath, root), line: frontmatterLine(source, path), slide: importer ? undefined : slideName(slide), message }
}

/** Two slides of one address: Slidev would show the first at both. */
function aliasFindings(slides: SlideInfo[], root: string): Finding[] {
  return slides.flatMap((slide) => {
    const { frontmatter: { routeAlias }, source } = slide
    const first = slides.find(({ frontmatter }) => frontmatter.routeAlias === routeAlias)!
    const message = /^\d+$/.test(routeAlias ?? '')
      ? `routeAlias 不能是数字 ${routeAlias}，会与页码相混；请改成英文字母的名字`
      : routeAlias !== undefined && first !== slide ? `routeAlias 的“${routeAlias}”与第 ${first.index + 1} 页重复；请改成别的名字` : undefined
    return message ? [{ file: nameOf(source.filepath, root), line: frontmatterLine(source, ['routeAlias']), slide: slideName(slide), message }] : []
  })
}

/** A part that is shown twice has its mistakes once. */
function unique(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ file, line, message }) => {
    const key = [file, line, message].join('\n')
    return !seen.has(key) && seen.add(key)
  })
}
