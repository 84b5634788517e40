import type { Page } from 'playwright-chromium'
import type { Findings } from 'slidev-addon-speech/browser/inspect-slide'
import { inspectSlide } from 'slidev-addon-speech/browser/inspect-slide'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { look } from '../../check'
import { sharedBrowser } from './support/browser'

let page: Page

beforeAll(async () => {
  page = await (await sharedBrowser()).newPage({ viewport: { width: 1920, height: 1080 } })
})
afterAll(() => page?.close())

async function inspect(slide: string) {
  await page.setContent(`<body style="margin: 0"><div id="slide-content" style="position: relative; width: 1920px; height: 1080px; overflow: hidden; font: 40px/1.5 sans-serif">${slide}</div>`)
  return await page.evaluate(inspectSlide, look)
}

async function kindsFound(slide: string) {
  const findings = await inspect(slide)
  return Object.entries(findings).filter(([, list]) => list.length > 0).map(([kind]) => kind)
}

const at = (left: number, top: number) => `position: absolute; left: ${left}px; top: ${top}px; white-space: nowrap`
const footer = `<footer class="slide-footer"><span style="${at(120, 1010)}">办好</span><b style="${at(1780, 1010)}">8</b></footer>`
const vclickHidden = 'opacity: 0'
const spokenOnly = 'position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap'

describe('a slide is faulted for', () => {
  it.each<[string, keyof Findings, string]>([
    ['a text that runs off its edge', 'outside', `<p style="${at(1800, 200)}; width: 100px">办好人民满意的教育</p>`],
    ['a box that hangs over its edge', 'outside', `<div style="${at(0, 1000)}; width: 100px; height: 90px"></div>`],
    ['a text of 25 px', 'small', '<p style="font-size: 25px">办好</p>'],
    ['a text that a viewBox makes small', 'small', '<svg width="500" viewBox="0 0 1000 200"><text y="100">办好</text></svg>'],
    ['a box too low for its text', 'cut', '<p style="height: 30px; overflow: hidden">办好</p>'],
    ['a line cut short', 'cut', '<p style="width: 100px; overflow: hidden; white-space: nowrap">办好人民满意的教育</p>'],
    ['a text on another', 'overlapping', `<p style="${at(100, 100)}">办好</p><p style="${at(120, 120)}">教育</p>`],
    ['a text under the dark ground of another', 'overlapping', `<p style="${at(100, 100)}">办好</p><p style="${at(110, 100)}; background: #000; color: #fff">教育</p>`],
    ['a heading in another face', 'misset', '<h2>办好</h2>'],
    ['grey on white, 5.7:1', 'faint', '<p style="color: #666">办好</p>'],
    ['white on dark that fades to 5:1', 'faint', '<div style="background: #000; color: #fff"><p style="opacity: 0.55">办好</p></div>'],
    ['one character on the last line', 'orphaned', '<p style="width: 1px">办好</p>'],
    ['a picture that runs into the footer', 'onFooter', `<img src="/a.jpg" style="${at(100, 100)}; width: 900px; height: 930px">${footer}`],
    ['a table that runs into the footer', 'onFooter', `<table style="${at(100, 900)}; font: inherit; height: 150px"><tr><td>办好</td></tr></table>${footer}`],
    ['an empty half', 'empty', '<div class="slidev-layout content" style="position: absolute; inset: 0"><p>办好</p></div>'],
  ])('%s', async (_, kind, slide) => {
    expect(await kindsFound(slide)).toEqual([kind])
  })
})

it.each([
  ['a picture', `<p><img src="/%E8%B5%B0.jpg" style="${at(1800, 100)}; width: 400px; height: 90px"></p>`, { text: '/%E8%B5%B0.jpg', medium: 'picture' }],
  ['a film', `<video src="/a.mp4" style="${at(1800, 100)}; width: 400px">no film</video>`, { text: '/a.mp4', medium: 'film' }],
  ['a film of sources', `<video style="${at(1800, 100)}; width: 400px"><source src="/a.mp4"></video>`, { text: '/a.mp4', medium: 'film' }],
  ['a box of a picture alone', `<div style="${at(0, 1000)}; width: 100px; height: 90px"><img src="/a.jpg" style="width: 9px; height: 9px"></div>`, { text: '/a.jpg', medium: 'picture' }],
])('%s that runs off the edge is named by its address and kind', async (_, slide, sighting) => {
  expect((await inspect(slide)).outside).toEqual([{ element: expect.any(String), ...sighting }])
})

it('a slide is faulted for a text that a projector washes out', async () => {
  expect(await kindsFound('<p style="color: #757575">办好</p>')).toEqual(['faint', 'washedOut']) // 4.6:1 in the dark
})

describe('a slide is not faulted for', () => {
  it.each([
    ['decoration that bleeds off its edge', `<div aria-hidden="true" style="${at(1800, 0)}; width: 400px">校</div>`],
    ['what its own box clips at the edge', `<div style="${at(1720, 0)}; width: 200px; height: 200px; overflow: hidden"><div style="width: 400px; height: 9px"></div></div>`],
    ['a text that a viewBox makes large', '<svg width="1000" viewBox="0 0 500 100"><text y="50" font-size="20">办好</text></svg>'],
    ['a picture that fills it, behind the footer', `<img src="/a.jpg" style="${at(0, 0)}; width: 1920px; height: 1080px">${footer}`],
    ['a picture that fills its right half', `<img src="/a.jpg" style="${at(960, 0)}; width: 960px; height: 1080px">${footer}`],
    ['a picture that ends above the footer', `<img src="/a.jpg" style="${at(100, 100)}; width: 900px; height: 890px">${footer}`],
    ['a picture between the footer’s words', `<img src="/a.jpg" style="${at(400, 100)}; width: 900px; height: 980px">${footer}`],
    ['lines set solid', '<p style="line-height: 1">办好</p><p style="line-height: 1">教育</p>'],
    ['a text that waits for its click', `<p style="${at(100, 100)}">办好</p><p style="${at(120, 120)}; ${vclickHidden}">教育</p>`],
    ['a text for screen readers alone', `<p style="${spokenOnly}">办好人民满意的教育</p>`],
    ['gold on dark blue', '<p style="background: #12305a; color: #e6cf9b">办好</p>'],
    ['two characters on the last line', '<p style="width: 170px">办好教育了吗。</p>'],
    ['an empty half of a cover', '<div class="slidev-layout" style="position: absolute; inset: 0"><p>办好</p></div>'],
    ['parts of one line', '<p>走访<b>698</b>户</p>'],
  ])('%s', async (_, slide) => {
    expect(await kindsFound(slide)).toEqual([])
  })
})
