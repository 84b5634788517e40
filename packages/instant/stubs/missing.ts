/** The error of a feature that a build was made without, though something asks for it after all */
export function missing(feature: string): Error {
  return new Error(`这份构建里没有 ${feature}，因为构建时没有在幻灯片、版式和组件里找到它。请在 packages/instant/leave-out.ts 里写明怎样认出它，再重新构建。`)
}
