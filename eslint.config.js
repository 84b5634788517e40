// @ts-check
import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import antfu from '@antfu/eslint-config'
import compat from 'eslint-plugin-compat'
// @ts-expect-error it has no types
import esX from 'eslint-plugin-es-x'

/**
 * Which packages each one may use; the deck may use all of them, and none of them the deck.
 * @type {Record<string, string[]>}
 */
const USES = {
  'speech': [],
  'podium': ['speech'],
  'press': ['speech'],
  'noto-sc': ['speech'],
  'instant': ['podium', 'speech'],
}

/** The package that a file is part of; undefined for the deck */
const packageOf = (/** @type {string} */ file) => relative(import.meta.dirname, file).split(sep).join('/').match(/^packages\/([^/]+)\//)?.[1]

/**
 * The direction of the house: a package never reaches up into the deck, nor sideways to a package that it may not use.
 * @type {import('eslint').Rule.RuleModule}
 */
const direction = {
  create({ filename, report }) {
    const from = packageOf(filename)
    const check = (/** @type {any} */ node) => {
      const address = node.source?.value
      if (typeof address !== 'string' || !from)
        return
      if (address.startsWith('.') && packageOf(resolve(dirname(filename), address)) !== from)
        report({ node, message: `${address} is outside of packages/${from}: a package knows nothing of the deck, and names other packages by their names.` })
      const into = address.match(/^slidev-addon-([\w-]+)/)?.[1] ?? from
      if (into in USES && into !== from && !USES[from].includes(into))
        report({ node, message: `${from} may use ${USES[from].join(' and ') || 'no other package'}, and not ${into}; see eslint.config.js.` })
    }
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}

/** What of the packages runs in Node alone; the rest may come to a browser. */
const ON_NODE = ['packages/*/{bin,lib,tests}/**', 'packages/speech/{check,words}/**', 'packages/noto-sc/*.ts', 'packages/press/{manuscript,pdf}/**/*.ts', 'packages/instant/{leave-out,first-slide/critical}.ts']

/** The browsers of packages/podium/browsers/floor.ts, as browserslist has them: chrome 99 */
const FLOOR = Array.from(
  readFileSync(new URL('packages/podium/browsers/floor.ts', import.meta.url), 'utf8').matchAll(/'([a-z]+)(\d+)'/g),
  ([, browser, version]) => `${browser} ${version}`,
)

/**
 * What a build's target can't mend, since it is no syntax, and browsers of the floor lack: methods by
 * their names, whatever they are called on; looking behind in a regular expression, which Safari has from 16.4 on.
 * @type {Record<string, 'error' | ['error', object]>}
 */
const NEWER_THAN_THE_FLOOR = Object.fromEntries([
  ...['toreversed', 'tosorted', 'tospliced', 'with'].map(method => `array-prototype-${method}`),
  ...['difference', 'intersection', 'isdisjointfrom', 'issubsetof', 'issupersetof', 'symmetricdifference', 'union'].map(method => `set-prototype-${method}`),
  'string-prototype-iswellformed-towellformed',
  'object-map-groupby',
  'promise-withresolvers',
  'atomics-waitasync',
  'resizable-and-growable-arraybuffers',
  'arraybuffer-prototype-transfer',
  'regexp-v-flag',
  'regexp-duplicate-named-capturing-groups',
  'regexp-lookbehind-assertions',
].map(name => [`es-x/no-${name}`, name.includes('-prototype-') ? ['error', { aggressive: true }] : 'error']))

export default antfu({
  typescript: true,
  vue: true,
  // slides.md and pages/ are Slidev's own dialect, which Markdown rules would break
  markdown: false,
  // stroke data stands as its licence has it
  ignores: ['dist', 'dist-attendees', 'out', 'public', 'strokes', 'tests/screenshots'],
  rules: {
    // the few expressions here run once; they read better where they are used
    'e18e/prefer-static-regex': 'off',
  },
}, {
  // commands speak to the terminal
  files: ['bench/**/*.ts', 'packages/*/bin/**/*.ts', 'packages/noto-sc/make-fonts.ts', 'docs/gallery/*.ts', 'tests/test.ts', 'tests/soak.ts', 'tests/monkey/*.ts', 'scripts/*.mjs'],
  rules: {
    'antfu/no-top-level-await': 'off',
    'no-console': 'off',
  },
}, {
  files: ['packages/**/*.{ts,vue}'],
  ignores: ['packages/*/tests/**'],
  plugins: { house: { rules: { direction } } },
  rules: { 'house/direction': 'error' },
}, {
  files: ['{components,composables,layouts,setup}/**/*.{ts,vue}', '*.vue', 'packages/**/*.{ts,vue}'],
  ignores: ON_NODE,
  plugins: { compat, 'es-x': esX },
  settings: { browsers: FLOOR },
  // what the page offers, by the data of MDN and caniuse; a use that is guarded says so
  rules: { ...NEWER_THAN_THE_FLOOR, 'compat/compat': 'error' },
})
