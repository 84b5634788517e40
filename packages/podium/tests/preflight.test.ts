import type { DeckWindow } from '../windows/useDeckSync'
import { describe, expect, it } from 'vitest'
import { english } from '../languages/en'
import { chinese } from '../languages/zh-CN'
import { checksIn } from '../preflight/preflight'

const { checkBrowser, checkBuild, checkDrafts, checkFonts, checkNotes, checkRequests, checkScreens, checkWakeLock, checkWindows, checkZoom } = checksIn(chinese)

const HD = { width: 1920, height: 1080, screenWidth: 1920, screenHeight: 1080 }
const view = (route: string, page = 3, size = HD): DeckWindow => ({ id: Math.random(), route, place: { page, clicks: 0 }, size, zoom: 1, scale: 1, screenAt: '0,0' })

describe('the list before the meeting', () => {
  it('wants an audience’s and a speaker’s window at one place, and counts them', () => {
    expect(checkWindows([view('check'), view('play'), view('play'), view('presenter')], true, false)).toEqual({
      name: '窗口同步',
      found: '4 个窗口互相连通：会前检查 1 个，观众屏幕 2 个，演讲者视图 1 个',
      todo: undefined,
    })
    expect(checkWindows([view('presenter')], true, false).todo).toContain('没有观众屏幕')
    expect(checkWindows([view('play')], true, false).todo).toContain('没有讲者窗口')
    expect(checkWindows([view('play'), view('script')], true, false).todo).toBeUndefined()
    expect(checkWindows([view('play', 3), view('presenter', 4)], true, false).todo).toContain('不在同一页')
    expect(checkWindows([view('play', 3), view('presenter', 4)], true, true).todo).toContain('按 Z')
    expect(checkWindows([view('play'), view('presenter')], false, false).todo).toContain('换用 Chrome')
  })

  it('wants the audience’s windows to fill a screen of 16:9', () => {
    expect(checkScreens([view('play'), view('presenter', 3, { ...HD, width: 800 })])).toEqual({ name: '投影', found: '1920 × 1080，全屏', todo: undefined })
    expect(checkScreens([view('play', 3, { ...HD, height: 940 })]).todo).toContain('按 F')
    expect(checkScreens([view('play', 3, { width: 1024, height: 768, screenWidth: 1024, screenHeight: 768 })]).todo).toContain('不是 16:9')
    expect(checkScreens([view('presenter')]).todo).toContain('打开观众屏幕')
  })

  it('wants the audience’s window on another screen than the speaker’s, where there are two', () => {
    const apart = { ...view('play'), screenAt: '1920,0' }
    expect(checkScreens([view('play'), view('presenter')], true).todo).toContain('同一块屏')
    expect(checkScreens([view('play'), view('presenter')], false).todo).toBeUndefined()
    expect(checkScreens([apart, view('presenter')], true).todo).toBeUndefined()
  })

  it('finds another copy that is open', () => {
    expect(checkWindows([view('play'), view('presenter')], true, false, ['/d/旧版/']).todo).toMatch(/另有一份.*旧版/)
  })

  it('judges the browser: good, usable, too old', () => {
    expect(checkBrowser({ name: 'Edge 140', tooOld: false }, [])).toEqual({ name: '浏览器', found: 'Edge 140，合用', todo: undefined })
    expect(checkBrowser({ name: 'Edge 109', tooOld: false }, ['balance', 'spacingTrim'])).toEqual({ name: '浏览器', found: 'Edge 109，可用，缺标题均衡分行、标点挤压', todo: undefined })
    expect(checkBrowser({ name: '360 86', tooOld: true }, ['has'])).toMatchObject({ found: '360 86，太旧', todo: expect.stringContaining('99') })
    expect(checkBrowser(undefined, []).todo).toContain('换用')
  })

  it('says whether the screen may go to sleep', () => {
    expect(checkWakeLock('granted').todo).toBeUndefined()
    for (const state of ['refused', 'missing'] as const)
      expect(checkWakeLock(state).todo).toContain('关掉屏保')
  })

  it('finds zoomed windows, and a scale of the projector that blurs', () => {
    expect(checkZoom([view('play'), view('presenter')])).toEqual({ name: '缩放', found: '都是 100 %', todo: undefined })
    expect(checkZoom([{ ...view('play'), zoom: 1.25 }])).toMatchObject({ found: '观众屏幕 125 %', todo: expect.stringContaining('Ctrl') })
    expect(checkZoom([{ ...view('play'), scale: 1.5 }, { ...view('presenter'), scale: 1.25 }])).toMatchObject({ found: '系统把投影放大到 150 %', todo: expect.stringContaining('显示设置') })
    expect(checkZoom([{ ...view('play'), scale: 2 }]).todo).toBeUndefined()
  })

  it('names the faces that are missing', () => {
    expect(checkFonts([{ name: '甲 400', loaded: true }])).toMatchObject({ found: '1 种字体都已装上', todo: undefined })
    expect(checkFonts([{ name: '甲 400', loaded: true }, { name: '乙 700', loaded: false }]).found).toBe('乙 700 没有装上')
  })

  it('names the slides without notes', () => {
    expect(checkNotes([{ no: 1, note: '<p>同志们</p>' }, { no: 2, note: '好' }])).toMatchObject({ found: '2 页都有备注', todo: undefined })
    expect(checkNotes([{ no: 1, note: '好' }, { no: 2, note: ' ' }, { no: 3 }]).found).toBe('第 2–3 页 没有备注')
    expect(checkNotes([{ no: 1 }, { no: 2 }]).found).toBe('这一份不带备注')
  })

  it('lists the drafts', () => {
    expect(checkDrafts([{ no: 1 }])).toMatchObject({ found: '没有拟稿', todo: undefined })
    expect(checkDrafts([{ no: 2, draft: true }, { no: 5, draft: true }, { no: 6, draft: true }, { no: 7, draft: false }]).found).toBe('3 页还是拟稿：第 2、5–6 页')
  })

  it('counts beside them what is left to confirm', () => {
    expect(checkDrafts([{ no: 1, pending: 2 }, { no: 2, pending: 3 }])).toMatchObject({ found: '没有拟稿，【待核】5 处', todo: '请把【待核】填好' })
    expect(checkDrafts([{ no: 1, draft: true, pending: 1 }])).toMatchObject({ found: '1 页还是拟稿：第 1 页，【待核】1 处', todo: '请局里审定，再删去 draft: true' })
  })

  it('names the hosts that were asked for something, on http and on file', () => {
    const own = ['http://a.example/x.js', 'data:font/woff2;base64,AA', 'blob:http://a.example/1']
    expect(checkRequests(own, 'http://a.example').todo).toBeUndefined()
    expect(checkRequests(['file:///deck/index.html'], 'null').todo).toBeUndefined()
    expect(checkRequests([...own, 'https://cdn.example/icon.png', 'https://cdn.example/b.png'], 'http://a.example').found).toBe('向 cdn.example 要过东西')
  })

  it('dates the build by its commit', () => {
    expect(checkBuild({ version: '1.0.0', commit: 'abc1234', date: '2026-09-01', changed: false })).toMatchObject({ found: '1.0.0（abc1234），2026年9月1日', todo: undefined })
    expect(checkBuild({ version: '1.0.0', commit: 'abc1234', date: '2026-09-01', changed: true }).todo).toContain('提交')
    expect(checkBuild({ version: '1.0.0' }).todo).toContain('不是从 git')
  })

  it('speaks English as well', () => {
    const { checkDrafts, checkScreens, checkWindows } = checksIn(english)
    expect(checkWindows([view('check'), view('play')], true, false)).toEqual({
      name: 'Windows',
      found: '2 in touch: 1 × Preflight, 1 × Audience',
      todo: 'No speaker’s window: open the presenter view',
    })
    expect(checkScreens([view('play')]).found).toBe('1920 × 1080, full screen')
    expect(checkDrafts([{ no: 2, draft: true }, { no: 5, draft: true }, { no: 6, draft: true }]).found).toBe('3 still drafts: slides 2, 5–6')
  })
})
