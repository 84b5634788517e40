import { defineShortcutsSetup } from '@slidev/types'
import { useMagicKeys } from '@vueuse/core'
import { computed } from 'vue'
import { keyHelpOpen } from '../keys/keys'
import { useMover } from '../keys/mover'
import { useMoveKeys } from '../keys/useMoveKeys'
import { useDeckSync } from '../windows/useDeckSync'

/** Slidev's shortcuts that move the deck, and not the choice on its page of all slides */
const MOVE = /^(?:next|prev)_(?!overview)/

/** What Slidev lacks on the day; `keys/keys.ts` lists all keys for people. */
export default defineShortcutsSetup((nav, base) => {
  const { callRoll, side, toggleFrozen, toggleScreen } = useDeckSync()
  const { move, inOrder } = useMover(nav)
  const keys = useMagicKeys()
  const { alt, ctrl, meta } = keys // named here, since VueUse begins to watch a key when it is first named
  /** Without Ctrl and its like: Ctrl+W closes one window and must not whiten the others. */
  const plain = (key: string) => computed(() => keys[key].value && !alt.value && !ctrl.value && !meta.value)

  /** The audience's windows can't be frozen by themselves; where there is no other, the list of keys says so, and opens the speaker's. */
  async function freeze() {
    if (side.value === 'speaker')
      toggleFrozen()
    else if ((await callRoll()).length === 1)
      keyHelpOpen.value = true
  }

  useMoveKeys(move)

  return [
    ...base.filter(({ name = '' }) => !MOVE.test(name)),
    ...['b', '.'].map(key => ({ name: `black_${key}`, key: plain(key), fn: () => toggleScreen('black') })),
    ...['w', ','].map(key => ({ name: `white_${key}`, key: plain(key), fn: () => toggleScreen('white') })),
    { name: 'freeze', key: plain('z'), fn: () => void freeze() },
    { name: 'keys', key: plain('?'), fn: () => keyHelpOpen.value = !keyHelpOpen.value },
    { name: 'hide_keys', key: plain('escape'), fn: () => keyHelpOpen.value = false },
  ].map(shortcut => ({ ...shortcut, fn: shortcut.fn && inOrder(shortcut.fn) }))
})
