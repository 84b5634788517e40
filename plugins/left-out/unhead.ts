import type { MaybeRefOrGetter } from 'vue'
import { useTitle } from '@vueuse/core'
import { toRef } from 'vue'
import { missing } from './missing'

interface Head {
  title?: MaybeRefOrGetter<string>
  htmlAttrs?: Record<string, string>
}

/** All that Slidev sets in the head from the browser: the window's title, and the attributes of `<html>`. */
export function useHead({ title, htmlAttrs = {}, ...others }: Head) {
  const [unknown] = Object.keys(others)
  if (unknown)
    throw missing(`unhead 的 ${unknown}`)
  if (title)
    useTitle(toRef(title), { restoreOnUnmount: original => original })
  for (const [name, value] of Object.entries(htmlAttrs))
    document.documentElement.setAttribute(name, value)
}

export function createHead() {
  return { install() {} }
}
