import { describe, expect, it } from 'vitest'
import { browserOf } from '../browsers/browser'
import { projectorOf } from '../windows/projector'

describe('the browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36 Edg/109.0.1518.140', 'Edge 109', false],
    ['Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36 QIHU 360SE', '360 86', true],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Safari/537.36 QQBrowser/13.0', 'QQ 116', false],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0', 'Firefox 115', false],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0', 'Firefox 102', true],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.1 Safari/605.1.15', 'Safari 16', false],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/98.0.0.0 Safari/537.36', 'Chrome 98', true],
  ])('of %s', (userAgent, name, tooOld) => {
    expect(browserOf(userAgent)).toEqual({ name, tooOld })
  })

  it('may be one that nobody knows', () => {
    expect(browserOf('Lynx/2.8')).toBeUndefined()
  })
})

describe('the projector', () => {
  const [laptop, hall, monitor] = [true, false, false].map(isInternal => ({ isInternal }))

  it('is the screen that this window is not on, and rather one that is not built in', () => {
    expect(projectorOf({ screens: [laptop, hall], currentScreen: laptop })).toBe(hall)
    expect(projectorOf({ screens: [laptop, monitor, hall], currentScreen: monitor })).toBe(hall)
    expect(projectorOf({ screens: [laptop, hall], currentScreen: hall })).toBe(laptop)
    expect(projectorOf({ screens: [laptop], currentScreen: laptop })).toBeUndefined()
  })
})
