import { defineVitePluginsSetup } from '@slidev/types'
import { startPage } from '../browsers/start-page'
import { slidevViews } from '../languages/slidev-views'
import { wordsOf } from '../languages/words-of'
import { relaySync } from '../windows/relay-sync'
import { remoteGuard } from '../windows/remote-guard'
import { slidesTakenOut } from '../windows/slides-taken-out'
import { startToken } from '../windows/start-token'
import { storageFallback } from '../windows/storage-fallback'

export default defineVitePluginsSetup(({ data }) => [
  ...startPage(wordsOf(data.headmatter.lang)),
  slidevViews(data.headmatter.lang),
  storageFallback(),
  relaySync(),
  slidesTakenOut(),
  startToken(),
  ...remoteGuard(wordsOf(data.headmatter.lang)),
])
