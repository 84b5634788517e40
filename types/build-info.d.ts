/** Which state of the deck this is; see plugins/build-info.ts. Without `commit` it wasn't built from a repository. */
export interface BuildInfo {
  version: string
  commit?: string
  /** Day of the last commit, e.g. 2026-09-01 */
  date?: string
  /** Whether files had been changed since */
  changed?: boolean
}

declare global {
  const __DECK_BUILD__: BuildInfo
}
