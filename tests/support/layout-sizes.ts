import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from 'slidev-addon-speech/deck'

/** A slide of one of the deck's layouts, with as few or as many items as its file says it takes */
export interface SizedSlide {
  layout: string
  items: number
  slide: string
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
const NAMES = ['总结经验', '部署任务', '改善条件', '建强队伍', '提高质量', '促进公平', '守住安全', '抓好落实']
const TEXTS = ['回顾走过的路', '安排要做的事', '校舍再添新貌', '教师安心从教', '课堂实而又活', '城乡一样就学', '校园平安有序', '件件都有回音']
const DATES = ['1月5日', '2月20日', '4月3日', '5月18日', '7月2日', '8月15日', '9月30日', '11月12日']

/** Frontmatter of an item, by what the layout's list is called */
const ITEMS: { layout: string, list: string, more?: string, most?: number, item: (index: number) => string }[] = [
  { layout: 'points', list: 'points', item: index => `{ title: ${NAMES[index]}, text: ${TEXTS[index]} }` },
  { layout: 'points', list: 'points', most: 6, more: 'stairs: true', item: index => `{ title: ${NAMES[index].slice(0, 2)}, text: ${TEXTS[index].slice(0, 3)} }` },
  { layout: 'steps', list: 'steps', item: index => `{ title: ${NAMES[index]}, text: ${TEXTS[index].slice(0, 5)} }` },
  { layout: 'stat-grid', list: 'stats', item: index => `{ label: ${NAMES[index]}, value: ${index * 37 + 41}, unit: 所 }` },
  { layout: 'stat-grid', list: 'stats', item: index => `{ label: ${NAMES[index]}, text: ${TEXTS[index]} }` },
  { layout: 'timeline', list: 'events', item: index => `{ date: ${DATES[index]}, text: ${NAMES[index]} }` },
  { layout: 'network', list: 'links', more: 'center: 孩子', item: index => `{ by: ${NAMES[index]}, text: ${TEXTS[index]} }` },
  { layout: 'projects', list: 'projects', item: index => `{ title: ${NAMES[index]}实验学校, text: 改扩建 }` },
  { layout: 'units', list: 'groups', item: index => `{ label: ${NAMES[index]}, value: ${120 - index * 14}, unit: 人 }` },
  { layout: 'problem-task', list: 'pairs', item: index => `{ problem: ${TEXTS[index]}, task: ${NAMES[index]} }` },
  { layout: 'problem-task', list: 'pairs', most: 6, more: 'arrangement: columns', item: index => `{ problem: ${TEXTS[index].slice(0, 4)}, task: ${NAMES[index]} }` },
  { layout: 'problem-task', list: 'pairs', more: 'arrangement: lines', item: index => `{ problem: ${TEXTS[index]}, task: ${NAMES[index]} }` },
  { layout: 'before-after', list: 'rows', more: 'unit: 元', item: index => `{ label: ${NAMES[index]}, before: ${60 + index}, after: ${200 + 30 * index} }` },
  { layout: 'ranking', list: 'ranks', item: index => `{ scope: 全省, rank: 第${'一二三四五六七八'[index]}名, label: ${NAMES[index]} }` },
  { layout: 'shift', list: 'shifts', item: index => `{ label: ${NAMES[index]}, from: 基本, to: 优质 }` },
  { layout: 'stories', list: 'stories', item: index => `{ by: ${NAMES[index]}学校, text: ${TEXTS[index]}, label: 帮扶, value: ${index * 9 + 12}, unit: 人 }` },
  { layout: 'thanks', list: 'thanks', item: index => `{ to: ${NAMES[index]}, text: ${TEXTS[index]} }` },
  { layout: 'open-book', list: 'stories', item: index => `{ by: ${NAMES[index]}, text: ${TEXTS[index]}，${NAMES[index]}，一件不落。 }` },
]

/** What the comment at the head of a layout's file says: `Two to eight …` */
function mostOf(layout: string): number {
  const [said, most] = /^<!--\s[^>]*?two to (\w+)/i.exec(readFileSync(join(root, `layouts/${layout}.vue`), 'utf8')) ?? []
  if (!said || NUMBERS.indexOf(most) < 2)
    throw new Error(`layouts/${layout}.vue doesn't say how many it takes`)
  return NUMBERS.indexOf(most)
}

function slideOf({ layout, list, more, item }: typeof ITEMS[number], items: number): SizedSlide {
  const lines = Array.from({ length: items }, (_, index) => `  - ${item(index)}`)
  return {
    layout: more && !/center|unit/.test(more) ? `${layout}, ${more}` : layout,
    items,
    slide: `---\nlayout: ${layout}\n${more ? `${more}\n` : ''}${list}:\n${lines.join('\n')}\n---\n\n## 同心同德，再开新局\n`,
  }
}

/** Each layout that takes a list, with two items and with the most that it is for */
export const sizedSlides: SizedSlide[] = ITEMS.flatMap(one => [2, one.most ?? mostOf(one.layout)].map(items => slideOf(one, items)))

/** How many parts an agenda is tried with: the first breaks in its sizes, and the most */
export const AGENDAS = [2, 4, 5, 8]

/** Of an agenda of so many parts, the name of its layout, and what its file holds: the deck's own has as many as the deck. */
export function agendaOf(parts: number): { layout: string, source: string } {
  const source = readFileSync(join(root, 'layouts/agenda.vue'), 'utf8')
  const asked = 'const { parts } = useOutline()'
  if (!source.includes(asked))
    throw new Error(`layouts/agenda.vue no longer says “${asked}”`)
  return {
    layout: `agenda-${parts}`,
    source: source.replace(asked, `const outline = useOutline()\nconst parts = computed(() => outline.parts.value.slice(0, ${parts}))`),
  }
}

/** Eight parts, for the agendas to name */
export const partSlides = NAMES.map((name, index) => `---\nlayout: section\nsubtitle: ${TEXTS[index]}\n---\n\n# ${name}，<wbr>${TEXTS[index]}\n`)
