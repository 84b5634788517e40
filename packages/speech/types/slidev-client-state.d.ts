/** What Slidev's windows know of themselves, as in its `state/storage.ts`. */
import type { Ref } from 'vue'

/** Whether an editor has the keys; only in dev */
export const shortcutsLocked: Readonly<Ref<boolean>>
/** Whether the page of all slides lies over the current one, key O */
export const showOverview: Ref<boolean>
