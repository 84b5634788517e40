import type { FunctionalComponent } from 'vue'
import { useNav } from '@slidev/client'
import { defineComponent, h, onMounted, onUpdated } from 'vue'
import { fadeTo, giveReach, slideOnStage, slidesOnStage } from '../turns/fade'

export * from '@vue/runtime-dom'

/**
 * Vue's TransitionGroup as far as slides that fade need it. Vue's own measures every slide at every turn, to animate
 * moves that slides never make. Here slides that wait are laid out ahead, by the rule for `.fades` in styles/index.css.
 */
export const TransitionGroup = defineComponent({
  props: ['name', 'tag'],
  emits: ['after-leave'],
  setup(props, { slots }) {
    const { currentSlideNo } = useNav()
    function fade() {
      const slide = slideOnStage(currentSlideNo.value)
      if (!slide || props.name !== 'fade')
        return
      fadeTo(slide)
      slidesOnStage().forEach(giveReach)
    }
    onMounted(fade)
    onUpdated(fade)
    return () => h('div', { class: 'fades' }, slots.default?.())
  },
})

/** Vue's Transition in the presenter's progress bar: its fade is not worth a layout that is forced at every turn. */
export const Transition: FunctionalComponent = (_, { slots }) => slots.default?.()
