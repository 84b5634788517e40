declare module 'virtual:manuscript' {
  /** The speech as a Word file; see plugin.ts. Undefined where the deck was built without notes. */
  const manuscript: { name: string, url: string } | undefined
  export default manuscript
}
