import type { BuildInfo } from '../types/build-info'
import type { DeckWindow } from './useDeckSync'

/** One line of the list that the operator goes through before the meeting */
export interface Check {
  name: string
  /** What was found */
  found: string
  /** What to do; nothing if all is well */
  todo?: string
}

interface CheckedSlide {
  no: number
  /** Speaker notes as text or HTML */
  note?: string
  draft?: boolean
}

const VIEWS: Record<string, string> = {
  play: '观众屏幕',
  presenter: '演讲者视图',
  script: '讲稿',
  notes: '备注',
  overview: '全部页面',
  check: '会前检查',
}
const SPEAKER_VIEWS = ['presenter', 'script']

export function checkFonts(faces: { name: string, loaded: boolean }[]): Check {
  const missing = faces.filter(({ loaded }) => !loaded).map(({ name }) => name)
  return {
    name: '字体',
    found: missing.length ? `${missing.join('、')} 没有装上` : `${faces.length} 种字体都已装上`,
    todo: missing.length ? '请重新拷贝整份幻灯片，再打开这一页' : undefined,
  }
}

/** `connected`: whether the browser lets windows talk to each other */
export function checkWindows(windows: DeckWindow[], connected: boolean, frozen: boolean): Check {
  const views = windows.map(({ route }) => VIEWS[route] ?? '其他')
  const found = [...new Set(views)].map(view => `${view} ${views.filter(other => other === view).length} 个`).join('，')
  return { name: '窗口同步', found: `${windows.length} 个窗口互相连通：${found}`, todo: todo() }

  function todo() {
    if (!connected)
      return '这个浏览器不允许窗口之间通信，请换用 Chrome 或 Edge'
    if (!windows.some(({ route }) => route === 'play'))
      return '没有观众屏幕：请打开一个，拖到投影上'
    if (!windows.some(({ route }) => SPEAKER_VIEWS.includes(route)))
      return '没有讲者窗口：请打开演讲者视图'
    if (frozen)
      return '观众画面已定格：请在讲者窗口按 Z 跟上'
    const places = new Set(windows.flatMap(({ place }) => place ? [`${place.page}.${place.clicks}`] : []))
    return places.size > 1 ? '各窗口不在同一页：请翻一页；仍不一致就刷新窗口' : undefined
  }
}

export function checkScreens(windows: DeckWindow[]): Check {
  const screens = windows.filter(({ route }) => route === 'play').map(({ size }) => size)
  const isFull = (size: DeckWindow['size']) => size.width >= size.screenWidth - 1 && size.height >= size.screenHeight - 1
  const isWide = (size: DeckWindow['size']) => Math.abs(size.screenWidth / size.screenHeight / (16 / 9) - 1) < 0.01
  return {
    name: '投影',
    found: screens.map(size => `${size.screenWidth} × ${size.screenHeight}${isFull(size) ? '，全屏' : `，窗口 ${size.width} × ${size.height}`}`).join('；') || '还没有观众屏幕',
    todo: screens.length === 0
      ? '打开观众屏幕后再看这一行'
      : !screens.every(isFull)
          ? '请在观众屏幕上点一下，按 F 全屏'
          : screens.every(isWide) ? undefined : '这块屏不是 16:9，画面会留边；能改为 1920 × 1080 最好',
  }
}

export function checkNotes(slides: CheckedSlide[]): Check {
  const silent = slides.filter(({ note }) => !note?.trim())
  if (silent.length === slides.length)
    return { name: '备注', found: '这一份不带备注', todo: '这是发给与会者的版本；讲话请用带备注的一份' }
  return {
    name: '备注',
    found: silent.length ? `${pages(silent)} 没有备注` : `${slides.length} 页都有备注`,
    todo: silent.length ? '请补写备注' : undefined,
  }
}

export function checkDrafts(slides: CheckedSlide[]): Check {
  const drafts = slides.filter(({ draft }) => draft === true)
  return {
    name: '拟稿',
    found: drafts.length ? `${drafts.length} 页还是拟稿：${pages(drafts)}` : '没有拟稿',
    todo: drafts.length ? '请局里审定，再删去 draft: true' : undefined,
  }
}

/** @param addresses all that this window has asked for */
export function checkRequests(addresses: string[], origin: string): Check {
  const outside = [...new Set(addresses
    .map(address => new URL(address))
    .filter(({ protocol, origin: asked }) => protocol.startsWith('http') && asked !== origin)
    .map(({ host }) => host))]
  return {
    name: '外网',
    found: outside.length ? `向 ${outside.join('、')} 要过东西` : '没有向外网要任何东西',
    todo: outside.length ? '断网时这些会缺：请把用到的图片、字体放进文件夹' : undefined,
  }
}

export function checkBuild({ version, commit, date, changed }: BuildInfo): Check {
  if (!commit || !date)
    return { name: '版本', found: `${version}，日期不详`, todo: '不是从 git 仓库构建的，请自行核对是不是最新一份' }
  const [year, month, day] = date.split('-').map(Number)
  return {
    name: '版本',
    found: `${version}（${commit}），${year}年${month}月${day}日${changed ? '，之后又有改动' : ''}`,
    todo: changed ? '请提交改动后重新构建，会后好查' : undefined,
  }
}

/** Runs of pages as people write them: 第 3、5–7 页 */
function pages(slides: CheckedSlide[]): string {
  const runs: number[][] = []
  for (const { no } of slides) {
    const run = runs.at(-1)
    if (run?.at(-1) === no - 1)
      run.push(no)
    else
      runs.push([no])
  }
  return `第 ${runs.map(run => run.length > 1 ? `${run[0]}–${run.at(-1)}` : run[0]).join('、')} 页`
}
