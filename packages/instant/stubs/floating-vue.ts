import { missing } from './missing'

/** Nothing floats, so nothing has to be placed anew. */
export function recomputeAllPoppers() {}

/** Slidev's settings name it, for explanations that this version has none of. */
export function Tooltip(): never {
  throw missing('浮动提示（floating-vue）')
}

export const Dropdown = Tooltip
export const Menu = Tooltip

/** Twoslash's plugin */
export default { install() {} }
