import type { FunctionalComponent } from 'vue'
import { defineComponent, h, onMounted, shallowRef } from 'vue'

export * from '@vue/runtime-dom'

/**
 * Vue's TransitionGroup as far as slides that fade need it. Vue's own measures every slide at every turn, to animate
 * moves that slides never make; here the browser fades by the rule for `.fades` in styles/slidev.css.
 */
export const TransitionGroup = defineComponent({
  props: ['name', 'tag'],
  emits: ['after-leave'],
  setup(props, { slots }) {
    /** Not the slide that the page opens with, which stands there already */
    const opened = shallowRef(false)
    onMounted(() => requestAnimationFrame(() => requestAnimationFrame(() => opened.value = true)))
    return () => h('div', { class: { fades: props.name === 'fade' && opened.value } }, slots.default?.())
  },
})

/** Vue's Transition in the presenter's progress bar: its fade is not worth a layout that is forced at every turn. */
export const Transition: FunctionalComponent = (_, { slots }) => slots.default?.()
