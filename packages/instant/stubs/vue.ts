import { registerRuntimeCompiler } from '@vue/runtime-dom'
import { missing } from './missing'

export * from '@vue/runtime-dom'

export function compile(): never {
  throw missing('Vue 的模板编译器（写成字符串的 template）')
}

registerRuntimeCompiler(compile)
