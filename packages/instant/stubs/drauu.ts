/** A drawing board that nobody draws on: Slidev asks it even where `drawings` are off. */
export function createDrauu() {
  return {
    el: undefined,
    mode: 'stylus',
    mounted: false,
    on() {},
    clear() {},
    load() {},
    dump: () => '',
    canRedo: () => false,
    canUndo: () => false,
  }
}
