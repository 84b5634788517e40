import type { SlideInfo } from '@slidev/types'
import type { Demands } from '../browser/inspect-slide'
import type { Finding } from './finding'
import type { Vocabulary } from './vocabulary'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a rule looks at */
export interface RuleContext {
  /** As Slidev parses them; a slide's frontmatter holds the headmatter's `defaults` as well */
  slides: SlideInfo[]
  headmatter: Record<string, unknown>
  vocabulary: Vocabulary
  /** Folder of slides.md */
  root: string
  /** Theme, addons and the deck itself, as Slidev resolves them */
  roots: string[]
}

/** A rule of an addon or of the deck: says what a person has to mend. */
export type Rule = (context: RuleContext) => Finding[] | Promise<Finding[]>

/** What theme, addons and deck bring in a `check.ts` at their roots (in a published package `check.js`) */
interface CheckModule {
  /** A rule or a list of them */
  default?: Rule | Rule[]
  /** Frontmatter of their layouts that only steers, such as milliseconds: no figure of the speech is read in it */
  notShown?: string[]
  /** How its slides have to look, beyond what holds for all */
  look?: Demands
}

/** The rules that theme, addons and deck bring, and what they say of their frontmatter and look; see `CheckModule` */
export async function loadRules(roots: string[]): Promise<{ rules: Rule[], notShown: string[], look: Demands }> {
  const files = roots.flatMap(root => ['check.ts', 'check.js'].map(name => join(root, name)).filter(existsSync).slice(0, 1))
  const modules = await Promise.all(files.map(file => import(pathToFileURL(file).href) as Promise<CheckModule>))
  return {
    rules: modules.flatMap(({ default: rules = [] }) => rules),
    notShown: modules.flatMap(({ notShown = [] }) => notShown),
    look: Object.assign({}, ...modules.map(({ look }) => look)),
  }
}
