import { useEventListener } from '@vueuse/core'

/** Punctuation on the keys that the deck listens to, by `event.code`, without and with Shift */
const PUNCTUATION: Record<string, [plain: string, shifted: string]> = {
  Period: ['.', '>'],
  Comma: [',', '<'],
  Slash: ['/', '?'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Space: [' ', ' '],
}

/**
 * What a key means to the deck when an input method has it: then its name is `Process`, or the full-width sign that it
 * would type (。，？), and only `event.code` tells which it is.
 *
 * @returns undefined where the browser's own name of the key is right: other layouts than the American have letters elsewhere
 */
export function plainKey({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string | undefined {
  if (key !== 'Process' && key !== 'Unidentified' && !/^[\u3000-\u303F\uFF00-\uFFEF\u2018-\u201D\u2026\u00B7]+$/.test(key))
    return
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? []
  if (letter)
    return shiftKey ? letter : letter.toLowerCase()
  return digit ?? PUNCTUATION[code]?.[shiftKey ? 1 : 0] ?? (code || undefined) // arrows and the like have one name for both
}

/** Lets the deck's keys work while a Chinese input method is on. Call once, in the root component. */
export function useInputMethodKeys() {
  for (const type of ['keydown', 'keyup'] as const)
    useEventListener(window, type, event => translate(type, event), { capture: true })
}

function translate(type: 'keydown' | 'keyup', event: KeyboardEvent) {
  const { target } = event
  const key = plainKey(event)
  if (!key || !event.isTrusted || (target instanceof Element && target.matches('input, textarea, [contenteditable]')))
    return
  event.preventDefault()
  event.stopImmediatePropagation()
  const { code, shiftKey, ctrlKey, altKey, metaKey, repeat } = event
  target?.dispatchEvent(new KeyboardEvent(type, { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, bubbles: true, cancelable: true }))
}
