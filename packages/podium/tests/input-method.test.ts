import { expect, it } from 'vitest'
import { plainKey } from '../keys/useInputMethodKeys'

it.each([
  ['Process', 'KeyB', false, 'b'],
  ['Process', 'KeyZ', true, 'Z'],
  ['Process', 'PageDown', false, 'PageDown'],
  ['Process', 'Digit3', false, '3'],
  ['。', 'Period', false, '.'],
  ['，', 'Comma', false, ','],
  ['？', 'Slash', true, '?'],
  ['Unidentified', '', false, undefined],
  ['b', 'KeyN', false, undefined],
  ['y', 'KeyZ', false, undefined],
  ['.', 'Period', false, undefined],
  ['ArrowRight', 'ArrowRight', false, undefined],
])('the key %s of %s, with Shift %s, is %s', (key, code, shiftKey, plain) => {
  expect(plainKey({ key, code, shiftKey })).toBe(plain)
})
