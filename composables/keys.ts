import type { NavOperations } from '@slidev/types'
import { ref } from 'vue'

/** Whether the list of keys is open in this window */
export const keyHelpOpen = ref(false)

/** The keys as `?` lists them, in the order of their use on the day */
export const KEYS: { keys: string[], does: string }[] = [
  { keys: ['→', '空格', 'PageDown'], does: '下一步' },
  { keys: ['←', 'PageUp'], does: '上一步' },
  { keys: ['↓', '↑'], does: '下一页、上一页（跳过分步）' },
  { keys: ['Home', 'End'], does: '第一页、最后一页' },
  { keys: ['B', '.'], does: '观众屏幕黑屏，再按或翻页恢复' },
  { keys: ['W', ','], does: '观众屏幕白屏，再按或翻页恢复' },
  { keys: ['Z'], does: '观众画面定格，讲者可先看后面；再按跟上（只在讲者窗口）' },
  { keys: ['G'], does: '按页码或标题跳转' },
  { keys: ['O'], does: '全部页面' },
  { keys: ['F'], does: '全屏' },
  { keys: ['?'], does: '打开、关闭这张表' },
]

/** A move by what it does, in Slidev's words */
export type Move = keyof Pick<NavOperations, 'next' | 'prev' | 'nextSlide' | 'prevSlide' | 'goFirst' | 'goLast'>

/** Keys that move, those of clickers among them, by `event.key`; Slidev's own, and Home and End */
export const MOVES: Record<string, Move> = {
  'ArrowRight': 'next',
  'ArrowLeft': 'prev',
  'ArrowDown': 'nextSlide',
  'ArrowUp': 'prevSlide',
  'PageDown': 'next',
  'PageUp': 'prev',
  'Home': 'goFirst',
  'End': 'goLast',
  ' ': 'next',
}

/** What they do with Shift, where that is something else */
export const MOVES_WITH_SHIFT: Record<string, Move> = {
  'ArrowRight': 'nextSlide',
  'ArrowLeft': 'prevSlide',
  ' ': 'prev',
}
