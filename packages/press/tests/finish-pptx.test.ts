import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { finishPptx } from '../pptx/finish-pptx'

it('makes what is there for readers only wholly unseen, and nothing else', () => {
  const slide = (...alphas: string[]) => alphas.map(alpha => `<a:solidFill><a:srgbClr val="12305A"><a:alpha val="${alpha}"/></a:srgbClr></a:solidFill>`).join('')
  const pptx = zipSync({ 'ppt/slides/slide1.xml': strToU8(slide('400', '1000', '45000', '100000')) })
  const { data } = finishPptx(pptx, { slides: [] }, {})
  expect(strFromU8(unzipSync(data)['ppt/slides/slide1.xml'])).toBe(slide('0', '0', '45000', '100000'))
})
