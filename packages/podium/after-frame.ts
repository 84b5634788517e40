/** Resolves when the frame in preparation has been drawn, or soon, where a hidden window draws none. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 200)
  })
}
