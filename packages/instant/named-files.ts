import type { Plugin } from 'vite'
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Where Slidev asks for files that a deck or an addon may have: `export default import.meta.glob(["../setup/main.{ts,js}"], {"eager":true})` */
const QUESTIONS = /\/\.slidev\/virtual\/import-glob\.\w+\.ts$/
const QUESTION = /^export default import\.meta\.glob\((?<globs>\[.*?\]), (?<options>\{.*\})\)\s*$/
const WILDCARD = /[*?[\]()\\]/

/**
 * Answers by name, in builds, what Slidev asks for by pattern: some seventy files that a deck or an addon may have
 * (`setup/main.ts`, `global-top.vue`), each by its name but for the ending. Vite would walk through all that lies in the
 * folder, node_modules and caches as well, once for each that stands at the deck's root.
 *
 * @throws an error when Slidev asks otherwise
 */
export function namedFiles(): Plugin {
  let answers = 0
  return {
    name: 'deck:named-files',
    apply: 'build',
    enforce: 'pre',
    transform: {
      order: 'pre',
      filter: { id: QUESTIONS },
      handler(code, id) {
        const { globs, options } = QUESTION.exec(code)?.groups ?? this.error(`Slidev asks for the files of a deck in another way than its ${id} was read by named-files.ts: ${code}`)
        answers++
        const names: string[] = JSON.parse(globs).flatMap(alternatives)
        if (names.some(name => WILDCARD.test(name))) // a folder of that name
          return
        const files = names.filter(name => existsSync(resolve(dirname(id), name))).sort()
        const { import: binding } = JSON.parse(options)
        return [
          ...files.map((file, index) => `import ${binding ? `{ ${binding} as file${index} }` : `* as file${index}`} from ${JSON.stringify(file)}`),
          `export default { ${files.map((file, index) => `${JSON.stringify(file)}: file${index}`).join(', ')} }`,
        ].join('\n')
      },
    },
    buildEnd(error) {
      if (!error && answers === 0)
        this.error('Slidev no longer asks for the files of a deck by import.meta.glob in .slidev/virtual: see named-files.ts')
    },
  }
}

/** `a.{ts,js}` is `a.ts` and `a.js` */
function alternatives(glob: string): string[] {
  const [braces, inner] = /\{([^{}]*)\}/.exec(glob) ?? []
  return braces ? inner.split(',').flatMap(part => alternatives(glob.replace(braces, () => part))) : [glob]
}
