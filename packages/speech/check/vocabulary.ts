import type { Frontmatter } from '@slidev/types'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { getDefaultConfig } from '@slidev/parser'
import { babelParse, parse, walk } from 'vue/compiler-sfc'

/** What a value has to be, as a layout's props declare it */
export type Shape
  = | { kind: 'text' | 'number' | 'flag' | 'any' }
    | { kind: 'choice', of: string[] }
    | { kind: 'list', of: Shape }
    | { kind: 'record', fields: Fields }

export type Fields = Record<string, { shape: Shape, required: boolean }>

/** The names that slides may use */
export interface Vocabulary {
  layouts: string[]
  /** The frontmatter that a layout takes; undefined if there is no such layout */
  propsOf: (layout: string) => Fields | undefined
  /** Names of components, in PascalCase */
  components: Set<string>
  /** The props that a component declares, by its name in PascalCase; none where its file doesn't list them */
  componentProps: (component: string) => string[]
}

/** Frontmatter of every slide that is this deck's own: see docs/layouts.md */
export const OWN_KEYS: Fields = {
  chapter: { shape: { kind: 'text' }, required: false },
  draft: { shape: { kind: 'flag' }, required: false },
  internal: { shape: { kind: 'flag' }, required: false },
}

/** The same for the headmatter */
export const OWN_DECK_KEYS: Fields = { pace: { shape: { kind: 'number' }, required: false } }

/** Slidev's, all of them or the type check complains */
const SLIDEV_KEYS: Record<keyof Frontmatter, true> = {
  class: true,
  clickAnimation: true,
  clicks: true,
  clicksStart: true,
  disabled: true,
  dragPos: true,
  hide: true,
  hideInToc: true,
  layout: true,
  level: true,
  preload: true,
  routeAlias: true,
  src: true,
  title: true,
  transition: true,
  zoom: true,
}

/** Frontmatter that Slidev knows on every slide; the last it takes without naming them in its types */
export const SLIDE_KEYS = [...Object.keys(SLIDEV_KEYS), 'lang', 'name']

/** Frontmatter that Slidev knows on the first slide only */
export const DECK_KEYS = [...Object.keys(getDefaultConfig()), 'config', 'defaults', 'keywords']

/** What comes with Vue and its router */
const VUE_COMPONENTS = ['Component', 'KeepAlive', 'RouterLink', 'RouterView', 'Slot', 'Suspense', 'Teleport', 'Template', 'Transition', 'TransitionGroup']

/**
 * Reads layouts and components from their files, Slidev's own among them.
 *
 * @param roots theme, addons and deck; a layout of a later one stands before those of the same name
 */
export function readVocabulary(roots: string[]): Vocabulary {
  const require = createRequire(import.meta.url)
  const client = dirname(require.resolve('@slidev/client/package.json'))
  const folders = [client, ...roots]
  const files = new Map(folders.flatMap(folder => filesIn(join(folder, 'layouts'))).map(file => [basename(file, '.vue'), file]))
  const read = new Map<string, Fields>()
  const componentFiles = new Map([join(client, 'builtin'), ...folders.map(folder => join(folder, 'components'))]
    .flatMap(filesIn)
    .map(file => [pascalCase(basename(file, extname(file))), file]))
  return {
    layouts: [...files.keys()].filter(name => !['404', 'error'].includes(name)), // these are Slidev's for itself
    propsOf(layout) {
      const file = files.get(layout)
      if (file && !read.has(layout))
        read.set(layout, propsOf(readFileSync(file, 'utf8')))
      return read.get(layout)
    },
    components: new Set([
      ...VUE_COMPONENTS,
      ...componentFiles.keys(),
      ...roots.flatMap(registeredIn),
    ]),
    componentProps(component) {
      const file = componentFiles.get(component)
      return file?.endsWith('.vue') ? Object.keys(propsOf(readFileSync(file, 'utf8'))) : []
    },
  }
}

/** Components that a root's setup registers by name */
function registeredIn(root: string): string[] {
  const sources = ['main.ts', 'main.js'].map(name => join(root, 'setup', name)).filter(existsSync)
  return sources.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/\.component\(\s*['"`]([\w-]+)/g)].map(([, name]) => pascalCase(name)))
}

/** The props of a component, from the source of its file */
export function propsOf(source: string): Fields {
  const { scriptSetup } = parse(source).descriptor
  let fields: Fields = {}
  walk(babelParse(scriptSetup?.content ?? '', { sourceType: 'module', plugins: ['typescript'] }), {
    enter(node: any) {
      if (node.type !== 'CallExpression' || node.callee.name !== 'defineProps')
        return
      const [type] = node.typeParameters?.params ?? []
      fields = type ? fieldsOf(type) : Object.fromEntries(untypedNames(node.arguments[0]).map(name => [name, { shape: { kind: 'any' }, required: false }]))
    },
  })
  return fields
}

/** Slidev's own layouts declare their props without types. */
function untypedNames(props: any): string[] {
  return (props?.properties ?? props?.elements ?? []).map((prop: any) => prop.key?.name ?? prop.key?.value ?? prop.value)
}

function fieldsOf({ members = [] }: any): Fields {
  return Object.fromEntries(members.map((member: any) => [
    member.key.name ?? member.key.value,
    { shape: shapeOf(member.typeAnnotation.typeAnnotation), required: !member.optional },
  ]))
}

/** Of any type beyond what frontmatter needs, the value is not judged. */
function shapeOf(type: any): Shape {
  switch (type.type) {
    case 'TSStringKeyword': return { kind: 'text' }
    case 'TSNumberKeyword': return { kind: 'number' }
    case 'TSBooleanKeyword': return { kind: 'flag' }
    case 'TSArrayType': return { kind: 'list', of: shapeOf(type.elementType) }
    case 'TSUnionType': return choiceOf(type.types.map(({ literal }: any) => literal?.value))
    case 'TSTypeLiteral': return { kind: 'record', fields: fieldsOf(type) }
    default: return { kind: 'any' }
  }
}

/** `'rows' | 'columns'`; of a union of other types the value is not judged */
function choiceOf(values: unknown[]): Shape {
  return values.every(value => typeof value === 'string') ? { kind: 'choice', of: values } : { kind: 'any' }
}

function filesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:vue|ts)$/.test(file)).map(file => join(folder, file))
    : []
}

/** `stat-counter` and `StatCounter` name the same component. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())
}
