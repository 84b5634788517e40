import type { ResolvedSlidevOptions, SlideInfo } from '@slidev/types'
import type { Plugin } from 'vite'
import { relative } from 'node:path'
import { parse } from 'vue/compiler-sfc'
import { counterFaults } from '../composables/counter-faults'
import { figureFault } from '../composables/figure'
import { plainText } from '../composables/outline'
import { paceFault } from '../composables/pace'
import { editorError } from './editor-error'

type CheckedSlide = Pick<SlideInfo, 'frontmatter' | 'content'>

/** What a slide gets wrong, in sentences for the person who typed it; empty if nothing. */
export function slideFaults({ frontmatter, content }: CheckedSlide): string[] {
  return [...draftFaults(frontmatter), ...timingFaults(frontmatter), ...figureFaults(frontmatter), ...inlineCounterFaults(content)]
}

function draftFaults({ draft }: SlideInfo['frontmatter']): string[] {
  return draft === undefined || typeof draft === 'boolean'
    ? []
    : [`draft 只能是 true（拟稿）或 false，而不是 ${JSON.stringify(draft)}；已定稿就删去这一行`]
}

/** The headmatter is the first slide's frontmatter */
function timingFaults({ pace, duration }: SlideInfo['frontmatter']): string[] {
  return [
    paceFault(pace) ?? [],
    duration === undefined ? [] : 'duration 不必写：讲话时长由讲稿的字数和 pace（每分钟字数）算出；请删去这一行',
  ].flat()
}

/** Frontmatter keys whose values the layouts show as figures */
const FIGURE_KEYS = ['value', 'before', 'after']

/** Faults of the figures in a slide's data, each named by its path: rows.0.after */
function figureFaults(data: unknown, path: string[] = []): string[] {
  if (typeof data !== 'object' || data === null)
    return []
  return Object.entries(data).flatMap(([key, value]) => {
    const here = [...path, key]
    if (!FIGURE_KEYS.includes(key))
      return figureFaults(value, here)
    const fault = figureFault(value)
    return fault ? [`${here.join('.')} ${fault}`] : []
  })
}

/** Faults of the counters that a slide writes as tags; props that are expressions are judged on the slide */
function inlineCounterFaults(content: string): string[] {
  return [...content.matchAll(/<(?:StatCounter|stat-counter)\b[^>]*>/g)].flatMap(([tag]) => {
    const { descriptor } = parse(`<template>${tag.replace(/\/?>$/, '/>')}</template>`)
    const [counter] = descriptor.template?.ast?.children ?? []
    if (!counter || !('props' in counter))
      return []
    const numbers = counter.props.flatMap((prop): [string, unknown][] => {
      if (prop.type === 6 /* written as text: value="698" */)
        return ['value', 'from', 'decimals', 'at', 'duration', 'delay'].includes(prop.name) ? [[prop.name, prop.value?.content]] : []
      const name = prop.arg && 'content' in prop.arg ? String(prop.arg.content) : ''
      const literal = prop.exp && 'content' in prop.exp ? numberOf(String(prop.exp.content)) : undefined
      return literal === undefined ? [] : [[name, literal]]
    })
    const given = Object.fromEntries(numbers)
    return counterFaults({ value: 0, ...given }).map(fault => `StatCounter 的 ${fault}`)
  })
}

/** The number that a template expression spells; undefined if it computes something */
function numberOf(expression: string): number | undefined {
  const number = Number(expression)
  return expression.trim() === 'NaN' || !Number.isNaN(number) ? number : undefined
}

/** Where a slide stands and what it gets wrong; empty if nothing */
function slideReport(slide: SlideInfo, root: string): string {
  const faults = slideFaults(slide)
  const place = `${relative(root, slide.source.filepath)} 第 ${slide.index + 1} 页《${plainText(slide.title) || '无标题'}》：`
  return faults.length > 0 ? [place, ...faults].join('\n  ') : ''
}

/**
 * Stops the build with a list of all slides that say something that the deck
 * can't take. In dev each slide is checked when Slidev compiles it, so that an
 * edit is told of its own mistakes at once, in Vite's overlay.
 */
export function checkSlides({ data, userRoot }: Pick<ResolvedSlidevOptions, 'data' | 'userRoot'>): Plugin {
  return {
    name: 'deck:check-slides',
    enforce: 'pre',
    config(_, { command }) {
      const reports = command === 'build' ? data.slides.map(slide => slideReport(slide, userRoot)).filter(Boolean) : []
      if (reports.length > 0)
        throw editorError(['构建停止：下列页面有写错的地方。', ...reports].join('\n'))
    },
    transform(_, id) {
      const page = Number(id.match(/__slidev_(\d+)\.md$/)?.[1])
      const slide = data.slides[page - 1]
      const report = slide && slideReport(slide, userRoot)
      if (report)
        this.error(report)
    },
  }
}
