import type CopybookGrid from './components/CopybookGrid.vue'
import type DraftMark from './components/DraftMark.vue'
import type SectionDivider from './components/SectionDivider.vue'
import type StatCounter from './components/StatCounter.vue'
import type StrokeCharacter from './components/StrokeCharacter.vue'

/** Slidev registers the components of components/ by name; `npm run typecheck` refuses a prop that none of them has. */
declare module 'vue' {
  interface GlobalComponents {
    CopybookGrid: typeof CopybookGrid
    DraftMark: typeof DraftMark
    SectionDivider: typeof SectionDivider
    StatCounter: typeof StatCounter
    StrokeCharacter: typeof StrokeCharacter
  }
}
