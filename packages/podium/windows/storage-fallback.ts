import type { Plugin } from 'vite'

/** Runs in the page, before the app; plain JavaScript, since its text is what is put there. */
const provideStorage = `() => {
  for (const name of ['localStorage', 'sessionStorage']) {
    try {
      window[name].length
    }
    catch {
      const items = new Map()
      Object.defineProperty(window, name, { value: {
        getItem: key => items.get(String(key)) ?? null,
        setItem: (key, value) => void items.set(String(key), String(value)),
        removeItem: key => void items.delete(String(key)),
        clear: () => items.clear(),
        key: index => [...items.keys()][index] ?? null,
        get length() { return items.size },
      } })
    }
  }
}`

/**
 * Where the browser forbids storage, asking for it throws, and Slidev asks before it draws anything: the page would stay
 * blank. There the page gets a storage of its own, which lasts as long as the page does.
 */
export function storageFallback(): Plugin {
  return {
    name: 'deck:storage-fallback',
    transformIndexHtml: () => [{ tag: 'script', children: `(${provideStorage})()`, injectTo: 'head' }],
  }
}
