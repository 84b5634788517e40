import type { Component } from 'vue'
import NumberFlow from '@number-flow/vue'
import { useTransition } from '@vueuse/core'
import { CountUp } from 'countup.js'
import { defineComponent, h, onMounted, ref, watch } from 'vue'
import StatCounter from '../../components/StatCounter.vue'
import { entered } from './slidev-stand-in'

/** All count from 0 to their value in 900 ms once `entered` turns true */
const DURATION = 900

/** A contestant renders one counter */
function contestant(setup: (value: number) => () => ReturnType<typeof h>): Component {
  return defineComponent({
    props: { value: { type: Number, required: true } },
    setup: ({ value }) => setup(value),
  })
}

export const contestants: Record<string, Component> = {
  'idle page': contestant(value => () => h('p', value)),

  'StatCounter': contestant(value => () => h(StatCounter, { value, unit: '人' })),

  '@number-flow/vue': contestant(value => () => h(NumberFlow, {
    value: entered.value ? value : 0,
    locales: 'zh-CN',
    suffix: '人',
    transformTiming: { duration: DURATION },
  })),

  'CountUp.js': contestant((value) => {
    const element = ref<HTMLElement>()
    onMounted(() => watch(entered, () => new CountUp(element.value!, value, { duration: DURATION / 1000, suffix: '人' }).start()))
    return () => h('p', { ref: element }, '0人')
  }),

  'VueUse useTransition': contestant((value) => {
    const shown = useTransition(() => entered.value ? value : 0, { duration: DURATION })
    return () => h('p', `${Math.round(shown.value)}人`)
  }),
}
