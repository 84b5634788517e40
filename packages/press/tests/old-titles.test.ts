import { expect, it } from 'vitest'
import { namedOtherwise } from '../lib/old-titles'

it('documents of an earlier title are those that bear another', () => {
  const names = ['packages', '新题.pdf', '新题（讲义）.pdf', '新题讲话稿.docx', '旧题.html', '旧题讲话稿.docx', '改稿对照.html', '核稿清单.md']
  expect(namedOtherwise(names, '新题')).toEqual(['旧题.html', '旧题讲话稿.docx'])
})
