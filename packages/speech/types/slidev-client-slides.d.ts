/** Slidev's list of the deck's slides, which it makes at build */
import type { SlideRoute } from '@slidev/types'
import type { ShallowRef } from 'vue'

export const slides: ShallowRef<SlideRoute[]>
