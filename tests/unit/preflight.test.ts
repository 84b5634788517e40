import type { DeckWindow } from '../../composables/useDeckSync'
import { describe, expect, it } from 'vitest'
import { checkBuild, checkDrafts, checkFonts, checkNotes, checkRequests, checkScreens, checkWindows } from '../../composables/preflight'

const HD = { width: 1920, height: 1080, screenWidth: 1920, screenHeight: 1080 }
const view = (route: string, page = 3, size = HD): DeckWindow => ({ id: Math.random(), route, place: { page, clicks: 0 }, size })

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
})
