import { describe, expect, it } from 'vitest'
import { emsOf, typeSize } from '../../composables/type-size'

describe('the size at which texts stand on one line', () => {
  it('counts full-width characters as one em, others as a little more than a half', () => {
    expect(emsOf('校园')).toBe(2)
    expect(emsOf('6所')).toBeCloseTo(1.56)
  })

  it.each([
    [['校园', '教育教学'], 400, 120, 100],
    [['校园'], 400, 120, 120],
    [['教育教学教育教学教育教学'], 120, 120, 36],
    [[], 400, 120, 120],
  ])('of %j in %d px, %d px at the most, is %d px', (texts, width, most, size) => {
    expect(typeSize(texts, width, most)).toBe(size)
  })
})
