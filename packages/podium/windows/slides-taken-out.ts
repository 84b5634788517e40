import type { Plugin } from 'vite'

/** What Slidev's list of slides imports for each place in it */
const PLACE = /^\/@slidev\/slides\/\d+\//

/**
 * A place that the deck had once stays known to Vite's server when it has fewer slides again, though nothing imports it
 * any more. The next slide that is added would have every window reload, since none could take the change over.
 */
export function slidesTakenOut(): Plugin {
  return {
    name: 'deck:slides-taken-out',
    apply: 'serve',
    hotUpdate: {
      order: 'post',
      handler({ modules }) {
        const unused = modules.filter(({ id, importers }) => PLACE.test(id ?? '') && importers.size === 0)
        unused.forEach(module => this.environment.moduleGraph.invalidateModule(module))
        return unused.length > 0 ? modules.filter(module => !unused.includes(module)) : undefined
      },
    },
  }
}
