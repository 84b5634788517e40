import type { App } from 'vue'
import { missing } from './missing'

/** A plugin whose directive throws where it is used */
export function leftOutDirective(name: string) {
  return () => ({
    install(app: App) {
      app.directive(name, () => {
        throw missing(`v-${name}`)
      })
    },
  })
}
