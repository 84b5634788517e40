import type { MaybeRefOrGetter } from 'vue'
import { onScopeDispose, shallowReactive, toValue, watchEffect } from 'vue'
import { missing } from './missing'

interface Head {
  title?: MaybeRefOrGetter<string | undefined>
  htmlAttrs?: Record<string, string>
}

/** Of all that want to name the window, the one that came last and has a name does. */
const titles = shallowReactive<Head[]>([])
watchEffect(() => {
  const title = titles.map(({ title }) => toValue(title)).findLast(Boolean)
  if (title)
    document.title = title
}, { flush: 'sync' }) // components/SlideAnnouncer.vue names the window after this

/** All that Slidev and this deck set in the head from the browser: the window's title, and the attributes of `<html>`. */
export function useHead({ htmlAttrs = {}, ...head }: Head) {
  const unknown = Object.keys(head).find(key => key !== 'title')
  if (unknown)
    throw missing(`unhead 的 ${unknown}`)
  titles.push(head)
  onScopeDispose(() => titles.splice(titles.indexOf(head), 1), true)
  for (const [name, value] of Object.entries(htmlAttrs))
    document.documentElement.setAttribute(name, value)
}

export function createHead() {
  return { install() {} }
}
