import type { SlideInfo } from '@slidev/types'
import type { Demands, Findings, Sighting } from '../browser/inspect-slide'
import type { Trouble } from '../browser/look'
import type { Finding } from './finding'
import { look } from '../browser/look'
import { loadDeck } from '../deck'
import { isChinese } from '../language'
import { media as englishMedia } from '../languages/en'
import { say } from '../languages/say'
import { media as chineseMedia } from '../languages/zh-CN'
import { parseNote } from '../notes/parse-note'
import { rootsOf } from '../roots'
import { decoded } from './content'
import { slideName } from './finding'
import { markBeyond } from './note'
import { lineSaying, noteLineAt } from './position'
import { nameOf } from './read-deck'
import { loadRules } from './rules'

/** What there is to say of a slide that was looked at, in one language */
interface LookWords {
  /** The texts, pictures or films that are meant, of which there may be more */
  list: (names: string[], count: number) => string
  media: { [kind in Required<Sighting>['medium']]: string }
  findings: { [kind in keyof Findings]: (what: string, first: Sighting, demands: Demands) => string }
  troubles: { [kind in Trouble['kind']]: (trouble: Trouble) => string }
  beyond: (mark: string, total: number, clicks: number) => string
  /** Clicks that show nothing, from 1, of as many as the slide has */
  idle: (idle: number[], clicks: number) => string
}

const chinese: LookWords = {
  list: (names, count) => `${names.join('、')}${count > names.length ? `等 ${count} 处` : ''}`,
  media: chineseMedia,
  findings: {
    outside: (what, { medium }) => medium ? `${what} 超出画面；请改小，或另起一页` : `${what}超出画面；请减少文字，或者分成两页`,
    cut: what => `${what}没有显示完，被边框截去一截；请减少文字，或者分成两页`,
    overlapping: (what, { other }) => `${what}与“${short(other)}”叠在一起；请减少文字，或者分成两页`,
    small: (what, { measured }, { smallest }) => `${what}只有 ${round(measured)} px 大，后排看不清；请减少文字，或换一种版式${smallest ? `，不小于 ${smallest} px` : ''}`,
    misset: (what, _, { headingFont }) => `标题${what}没有用上 ${headingFont}；请改用这个字体里有的字，或检查字体文件还在不在`,
    faint: (what, { measured }, { contrast }) => `${what}与底色太接近（${round(measured)}:1，要到 ${contrast}:1）；请换深一些或浅一些的颜色`,
    washedOut: (what, { measured }, { projectedContrast }) => `${what}在投影上会发白、看不清（${round(measured)}:1，要到 ${projectedContrast}:1）；请换反差更大的颜色`,
    orphaned: what => `${what}最后一行只有一个字；请增减一两个字，标题也可以用 <wbr> 指明换行处`,
    empty: () => '这一页有一半以上是空的；请换一种版式，或补上内容',
    // A width: the reset that Slidev brings makes a picture's height follow it.
    onFooter: (what, { medium, element = '' }) => `${what}${medium ? ' ' : ''}压在页脚上；${element.startsWith('table')
      ? '请减少几行，或者分成两页'
      : `请改小，如写成 <${element.split('.')[0]} src="…" width="600">，或另起一页`}`,
  },
  troubles: {
    missing: ({ what }) => `找不到 ${what}，画面上会缺一块；请把文件放进 public/ 文件夹，或改正地址`,
    blocked: ({ what, directive }) => `安全策略不许用 ${what}（${directive}），放映时不会显示；请把它存进 public/ 文件夹，写成 /文件名，或者删去`,
    broken: ({ what }) => `这一页的组件出错，放映时显示不全：${what}；请检查这一页填的内容，改不好就删去这个组件`,
  },
  beyond: (mark, total, clicks) => clicks === 0
    ? `翻页标记“${mark}”用不上：这一页没有要按翻页笔才出来的内容；请删去它`
    : `翻页标记“${mark}”数到第 ${total} 下，这一页只有 ${clicks} 下；请删去多余的标记`,
  idle: (idle, clicks) => `按第 ${idle.join('、')} 下，画面上什么也不变；请删去空的 v-click 或 v-clicks，或改正它的序号；有意停一停的话，请在这一页的设置里写 clicks: ${clicks}`,
}

const english: LookWords = {
  list: (names, count) => `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`,
  media: englishMedia,
  findings: {
    outside: (what, { medium }) => `${what} runs over the edge of the slide: ${medium ? 'make it smaller, or give it a slide of its own' : 'shorten it, or make two slides of one'}`,
    cut: what => `${what} is cut off by the box around it: shorten it, or make two slides of one`,
    overlapping: (what, { other }) => `${what} lies over “${short(other)}”: shorten one of them, or make two slides of one`,
    small: (what, { measured }, { smallest }) => `${what} is only ${round(measured)} px high: say less, or use another layout${smallest ? `, for ${smallest} px at least` : ''}`,
    misset: (what, _, { headingFont }) => `the heading ${what} is not set in ${headingFont}: see whether the font is there and has these characters`,
    faint: (what, { measured }, { contrast }) => `${what} is too close to its ground (${round(measured)}:1 instead of ${contrast}:1): take a darker or a lighter colour`,
    washedOut: (what, { measured }, { projectedContrast }) => `${what} is washed out by a projector (${round(measured)}:1 instead of ${projectedContrast}:1): take colours further apart`,
    orphaned: what => `${what} ends with a single character on a line: add or drop a word, or say where to break with <wbr>`,
    empty: () => 'more than half of the slide is empty: use another layout, or add to it',
    onFooter: (what, { element = '' }) => `${what} lies on the footer: ${element.startsWith('table') ? 'drop some rows, or make two slides of one' : 'make it smaller, as by width="600"'}`,
  },
  troubles: {
    missing: ({ what }) => `${what} is missing: put the file into public/, or mend its address`,
    blocked: ({ what, directive }) => `the content security policy blocks ${what} (${directive}): put the file into public/ and write /name, or leave it out`,
    broken: ({ what }) => `a component of this slide fails: ${what}: check what the slide gives it, or leave it out`,
  },
  beyond: (mark, total, clicks) => `the mark ${mark} in the note counts ${total} clicks, and the slide has ${clicks}: remove it`,
  idle: (idle, clicks) => `nothing changes at click ${idle.join(', ')}: remove the empty v-click or v-clicks, or mend its number; for a pause on purpose, write clicks: ${clicks} into the slide’s frontmatter`,
}

/** What is missing, blocked or broken, and how to mend it, in the language of the command's deck */
export function sayTrouble(trouble: Trouble): string {
  return (say.lang === 'zh-CN' ? chinese : english).troubles[trouble.kind](trouble)
}

/**
 * Everything that a person has to mend in how the deck looks, at every click of every slide: one finding for each kind
 * on each slide, one of texts and one of pictures and films. In Chinese for a deck in Chinese, else in English.
 *
 * @param root folder of slides.md
 * @param site folder of the deck's build
 * @throws Error if there is no browser, or the build doesn't show its slides
 */
export async function checkLooks(root: string, site: string): Promise<Finding[]> {
  const { slides, headmatter } = await loadDeck(root)
  const words = isChinese(headmatter.lang) ? chinese : english
  const { look: demands } = await loadRules(rootsOf(root, headmatter))
  const seen = await look(site, slides.length, demands)
  return seen.flatMap(({ slide: page, clicks, findings, troubles, idle }) => {
    const slide = slides[page - 1]
    const here = { file: nameOf(slide.source.filepath, root), slide: slideName(slide) }
    const isBroken = troubles.some(({ kind }) => kind === 'broken') // and looks it
    const beyond = markBeyond(parseNote(slide.note), clicks)
    return [
      ...(Object.entries(findings) as [keyof Findings, Sighting[]][]).flatMap(([kind, sightings]) => [
        { kind, sightings: sightings.filter(({ medium }) => !medium) },
        { kind, sightings: sightings.filter(({ medium }) => medium) },
      ]).filter(({ sightings }) => sightings.length > 0 && !isBroken).map(({ kind, sightings }) => ({
        ...here,
        line: lineOf(slide, sightings[0].medium ? decoded(sightings[0].text) : sightings[0].text),
        message: words.findings[kind](whatOf(sightings, words), sightings[0], demands),
      })),
      ...troubles.map(trouble => ({ ...here, line: lineOf(slide, trouble.kind === 'broken' ? '' : trouble.what), message: words.troubles[trouble.kind](trouble) })),
      ...idle.length > 0 && !isBroken && !mayPause(slide) ? [{ ...here, line: lineOf(slide, 'v-click'), message: words.idle(idle, clicks) }] : [],
      ...beyond && !isBroken ? [{ ...here, line: noteLineAt(slide.source, 0) + beyond.line, message: words.beyond(beyond.mark, beyond.total, clicks) }] : [],
    ].sort((one, other) => one.line - other.line)
  })
}

/** Whether a click may well show nothing: `clicks` counts those that are wanted, and what v-motion moves can come back. */
function mayPause({ frontmatter, content }: SlideInfo): boolean {
  return frontmatter.clicks !== undefined || /\bv-motion\b/.test(content)
}

function whatOf(sightings: Sighting[], words: LookWords): string {
  const names = [...new Set(sightings.map(({ text, element = '', medium }) => medium
    ? `${words.media[medium]} ${text.startsWith('data:') ? short(text) : decoded(text)}`
    : `“${short(text) || element}”`))]
  return words.list(names.slice(0, 2), names.length)
}

/** Where the slide says it, or the beginning of it: stress and breaks part what it shows; else where its title stands */
function lineOf({ source, title = '' }: SlideInfo, text: string): number {
  const words = text.trim()
  for (let length = words.length; length > 0; length = length > 4 ? Math.max(4, Math.floor(length / 2)) : 0) {
    const line = lineSaying(source, words.slice(0, length), 'shown')
    if (source.raw.includes(words.slice(0, length)))
      return line
  }
  return lineSaying(source, title, 'shown')
}

function short(text = ''): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}

function round(number = 0): number {
  return Math.round(number * 10) / 10
}
