/** Resolves when the browser has nothing better to do, for what must not hold up the first slide. */
export function whenIdle(): Promise<void> {
  // eslint-disable-next-line compat/compat -- asked for
  return new Promise(resolve => 'requestIdleCallback' in globalThis ? requestIdleCallback(() => resolve(), { timeout: 2000 }) : setTimeout(resolve, 200))
}
