import { describe, expect, it } from 'vitest'
import { timelinePositions } from '../../../composables/timeline'
import { outlineOf, placeOf } from '../outline'

describe('the outline of the speech', () => {
  const parts = outlineOf([
    { page: 1, layout: 'cover', title: '封面' },
    { page: 2, layout: 'section', title: '凝心聚力，<wbr>担当作为', subtitle: '双胜利' },
    { page: 3, layout: 'timeline', title: '四个日子', chapter: '新思想' },
    { page: 4, layout: 'points', title: '不落一人' },
    { page: 5, layout: 'network', title: '合力', chapter: '新合力' },
    { page: 6, layout: 'section', title: '科学定位' },
    { page: 7, layout: 'closing', title: '谢谢' },
  ])

  it('numbers parts and chapters in the order of the deck', () => {
    expect(parts).toEqual([
      { number: 1, title: '凝心聚力，担当作为', subtitle: '双胜利', page: 2, chapters: [
        { number: 1, title: '新思想', page: 3 },
        { number: 2, title: '新合力', page: 5 },
      ] },
      { number: 2, title: '科学定位', subtitle: undefined, page: 6, chapters: [] },
    ])
  })

  it.each([
    [1, undefined, undefined],
    [2, '凝心聚力，担当作为', undefined],
    [4, '凝心聚力，担当作为', '新思想'],
    [5, '凝心聚力，担当作为', '新合力'],
    [6, '科学定位', undefined],
    [7, undefined, undefined],
  ])('places page %d in part %s, chapter %s', (page, part, chapter) => {
    const place = placeOf(parts, page, 6)
    expect([place.part?.title, place.chapter?.title]).toEqual([part, chapter])
  })

  it.each([[1, 0], [2, 0], [3, 1 / 3], [5, 1], [6, 0], [7, 0]])('has come, on page %d, %d of the way through its part', (page, progress) => {
    expect(placeOf(parts, page, 6).progress).toBeCloseTo(progress)
  })
})

describe('a timeline', () => {
  it('stands in proportion to the days between its dates', () => {
    const positions = timelinePositions(['2月3日', '2月11日', '3月20日', '4月7日'], true)
    expect(positions.map(position => position * 64)).toEqual([0, 8, 46, 64])
    expect(timelinePositions(['2月3日', '3月20日', '4月7日'], false).map(position => position * 63)).toEqual([0, 45, 63])
  })

  it.each([
    [['2月30日', '3月1日'], '“2月30日”'],
    [['二月三日', '3月1日'], '“二月三日”'],
    [['3月1日', '2月3日'], '2月3日 不在 3月1日 之后'],
  ])('refuses %j', (dates, reason) => {
    expect(() => timelinePositions(dates, true)).toThrow(reason)
  })
})
