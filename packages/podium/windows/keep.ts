/**
 * Keeps something in this browser for the next visit. Where its storage is full or forbidden nothing is kept, and nothing
 * else goes wrong; `storage-fallback.ts` sees to it that storage can be asked at all.
 */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  }
  catch {}
}
