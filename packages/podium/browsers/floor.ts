/**
 * The oldest browsers in which everything is right: Chrome and Edge 99 with what is built on them, Firefox 115 ESR and
 * Safari 16. Node knows them by this list, a build's target; the page by what `start-page.js` asks for.
 */
export const FLOOR = ['chrome99', 'edge99', 'firefox115', 'safari16']
