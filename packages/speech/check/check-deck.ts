import type { SlideInfo, SourceSlideInfo } from '@slidev/types'
import type { Deck } from '../deck'
import type { Finding } from './finding'
import type { FrontmatterFault } from './frontmatter'
import type { Vocabulary } from './vocabulary'
import { resolveConfig } from '@slidev/parser'
import { loadDeck, root } from '../deck'
import { say } from '../languages/say'
import { parseNote } from '../notes/parse-note'
import { folderOf, packageName, rootsOf } from '../roots'
import { mediaIn, mediumFault, rawPicturesIn, templateFaults } from './content'
import { figureFindings } from './figures'
import { remindersOf, reportOf, slideName, stopsSlides } from './finding'
import { frontmatterFaults, layoutOf } from './frontmatter'
import { clickMarkFaults } from './note'
import { emptyFindings } from './pending'
import { contentLine, frontmatterLine, lineSaying, noteLineAt } from './position'
import { nameOf, readDeck } from './read-deck'
import { loadRules } from './rules'
import { pageMessage, unshownFaults } from './unshown'
import { readVocabulary } from './vocabulary'

/**
 * Everything in the deck's files that a person has to mend; empty if nothing is.
 * Reads files only: no bundling, no browser. One mistake makes one finding: what can't be judged before
 * something else is mended is left for the next check.
 *
 * @param root folder of slides.md
 * @param options what to check
 * @param options.figures whether slides and notes have to agree with the ledger; default yes
 * @param options.roots theme, addons and deck, as Slidev resolves them; asked of it if they aren't given
 */
export async function checkDeck(root: string, { figures = true, roots }: { figures?: boolean, roots?: string[] } = {}): Promise<Finding[]> {
  const { deck, findings } = await readDeck(root)
  if (!deck || findings.length > 0)
    return findings
  const { headmatter } = deck
  const slides = withDefaults(deck)
  const inHeadmatter = headmatterFindings(headmatter, slides, root)
  if (inHeadmatter.length > 0)
    return inHeadmatter
  const allRoots = roots ?? rootsOf(root, headmatter)
  const vocabulary = readVocabulary(allRoots)
  const inSlides = slideFindings(slides, headmatter, vocabulary, root)
  const context = { slides, headmatter, vocabulary, root, roots: allRoots }
  const { rules, notShown } = await loadRules(allRoots)
  const byRules = (await Promise.all(rules.map(rule => rule(context)))).flat()
  const inFigures = figures ? figureFindings(slides, root, { vocabulary, notShown, hiddenNotes: hiddenNotes(deck) }) : []
  return unique([
    ...inSlides,
    ...byRules.filter(isApartFrom(inSlides)).filter(({ file, slide }) => slide || !inFigures.some(other => !other.slide && other.file === file)),
    // a slide that isn't read aright may hold the note that says a figure
    ...inFigures.filter(isApartFrom([...inSlides, ...byRules.filter(stopsSlides)])).filter(({ slide }) => slide || inSlides.length === 0),
  ])
}

/** Notes of slides that Slidev leaves out of the deck */
function hiddenNotes({ markdownFiles }: Deck): string[] {
  return Object.values(markdownFiles).flatMap(({ slides }) => slides).filter(({ frontmatter }) => frontmatter.hide || frontmatter.disabled).map(({ note = '' }) => note)
}

/** What is found on slides that have nothing else to mend */
function isApartFrom(others: Finding[]) {
  return ({ slide }: Finding) => !slide || !others.some(other => other.slide?.page === slide.page)
}

/** The slides, each with what the headmatter's `defaults` say of all */
export function withDefaults({ slides, headmatter }: Deck): SlideInfo[] {
  return slides.map(slide => ({ ...slide, frontmatter: { ...headmatter.defaults as object, ...slide.frontmatter } }))
}

/**
 * @param root folder of slides.md
 * @param consequence what does not happen now: 没有构建
 * @param options what is made of the deck
 * @param options.printsNotes whether notes go on paper, where nothing stands in for what the faces lack; default no
 * @returns what is to be told all the same
 * @throws Error that holds the report, if there is anything to mend first
 */
export async function requireSoundDeck(root: string, consequence: string, { printsNotes = false } = {}): Promise<Finding[]> {
  const findings = await checkDeck(root)
  if (findings.some(finding => printsNotes || stopsSlides(finding)))
    throw new Error(say.findings.stopped(consequence, reportOf(findings)))
  return findings
}

/** The deck of this folder, for commands that make something of it; see `requireSoundDeck` */
export async function loadSoundDeck(consequence: string, options?: { printsNotes?: boolean }): Promise<Deck> {
  const reminders = await requireSoundDeck(root, consequence, options)
  if (reminders.length > 0)
    console.warn(`\n${remindersOf(reminders)}\n`)
  return loadDeck()
}

/** What would keep Slidev from so much as finding its theme and addons */
function headmatterFindings(headmatter: Record<string, unknown>, [first]: SlideInfo[], root: string): Finding[] {
  const at = (key: string, message: string) => [{ file: 'slides.md', line: frontmatterLine(first.source, [key]), message }]
  const { theme = 'default', addons = [] } = headmatter as { theme?: string, addons?: string[] }
  if (theme && theme !== 'none' && !folderOf('theme', theme, root))
    return at('theme', say.noTheme(theme, packageName('theme', theme)))
  const missing = [addons].flat().find(addon => !folderOf('addon', addon, root))
  if (missing)
    return at('addons', say.noAddon(missing, packageName('addon', missing)))
  try {
    resolveConfig(headmatter)
    return []
  }
  catch {
    return at('aspectRatio', say.noAspectRatio(String(headmatter.aspectRatio)))
  }
}

function slideFindings(slides: SlideInfo[], headmatter: Deck['headmatter'], vocabulary: Vocabulary, root: string): Finding[] {
  return [
    ...slides.flatMap(slide => oneSlideFindings(slide, headmatter, vocabulary, root)),
    ...aliasFindings(slides, root),
  ]
}

function oneSlideFindings(slide: SlideInfo, headmatter: Deck['headmatter'], vocabulary: Vocabulary, root: string): Finding[] {
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

  if (note !== undefined && words.trimEnd().endsWith('-->')) {
    const line = contentLine(source, words.lastIndexOf('<!--'))
    return [{ ...here, line, message: `这一页有两段 <!-- -->：第 ${line} 行的不会显示，只有第 ${noteLineAt(source, 0)} 行的才是讲稿；`
      + '请并成一段，不是讲稿的话写成设置里的注释（以 # 开头）' }]
  }

  return [
    ...frontmatterFaults(frontmatter, index + 1, vocabulary).map(fault => locate(fault, slide, root)),
    ...templateFaults(content, vocabulary).map(({ line, message }) => ({ ...here, line: contentLine(source, 0) + line, message })),
    ...unshownFaults(content, headmatter).map(({ line, message }) => ({ ...here, line: contentLine(source, 0) + line, message })),
    ...layoutOf(frontmatter, index + 1).startsWith('iframe')
      ? [{ ...here, line: frontmatterLine(source, ['url']), message: pageMessage(String(frontmatter.url ?? 'url')) }]
      : [],
    ...rawPicturesIn(content).map(({ line, message }) => ({ ...here, line: contentLine(source, 0) + line, message })),
    ...[
      ...mediaIn(content).map(medium => ({ ...medium, line: contentLine(source, 0) + medium.line })),
      ...(source.images ?? []).filter(address => source.frontmatterRaw?.includes(address)).map(address => ({ address, kind: 'picture' as const, line: lineSaying(source, address, 'shown') })),
    ].flatMap((medium) => {
      const message = mediumFault(medium, source.filepath, root)
      return message ? [{ ...here, line: medium.line, message }] : []
    }),
    ...emptyFindings(slide, vocabulary, root),
    ...clickMarkFaults(parseNote(note)).map(({ line, message }) => ({ ...here, line: noteLineAt(source, 0) + line, message })),
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
