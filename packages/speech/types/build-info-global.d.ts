import type { BuildInfo } from '../build-info'

declare global {
  const __DECK_BUILD__: BuildInfo
}
