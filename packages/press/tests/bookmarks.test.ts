import { expect, it } from 'vitest'
import { bookmarksOf } from '../pdf/bookmarks'

const slides = [
  { layout: 'cover', title: '封面' },
  { layout: 'section', title: '凝心聚力，<wbr>担当作为' },
  { title: '开场' },
  { title: '四个日子', chapter: '新思想' },
  { title: '食堂' },
  { title: '合力【待核：数】', chapter: '新合力【待核：名】' },
  { layout: 'section', title: '精准分析' },
  { layout: 'closing', title: '谢谢' },
].map((slide, index) => ({ page: index + 1, ...slide }))

it('bookmarks stand by part, chapter and slide; what belongs to no part stands beside the parts; nothing shows what is to be confirmed', () => {
  expect(bookmarksOf(slides)).toEqual([
    { title: '封面', slide: 1, children: [] },
    {
      title: '第一部分 凝心聚力，担当作为',
      slide: 2,
      children: [
        { title: '开场', slide: 3, children: [] },
        { title: '（一）新思想', slide: 4, children: [{ title: '四个日子', slide: 4, children: [] }, { title: '食堂', slide: 5, children: [] }] },
        { title: '（二）新合力', slide: 6, children: [{ title: '合力', slide: 6, children: [] }] },
      ],
    },
    { title: '第二部分 精准分析', slide: 7, children: [] },
    { title: '谢谢', slide: 8, children: [] },
  ])
})
