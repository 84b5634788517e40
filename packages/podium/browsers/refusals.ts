/** Chromium's and Firefox's answers to a wish for full screen, or out of it, that they don't grant */
const FULL_SCREEN_REFUSED = /not granted|permissions check failed|full-?screen|document not active/i

/**
 * Slidev doesn't wait for the browser's answer to F, nor to its wish that the screen stay on, which a battery saver
 * refuses. Neither is an error: the slides go on, and /check tells whether the screen stays on.
 */
export function passOverRefusals() {
  addEventListener('unhandledrejection', (event) => {
    const { name, message = '' } = event.reason ?? {}
    if ((name === 'TypeError' && FULL_SCREEN_REFUSED.test(message)) || (name === 'NotAllowedError' && /wake lock/i.test(message)))
      event.preventDefault()
  })
}
