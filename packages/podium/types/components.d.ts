import type KeyHelp from '../components/KeyHelp.vue'
import type ScreenCurtain from '../components/ScreenCurtain.vue'
import type SlideAnnouncer from '../components/SlideAnnouncer.vue'
import type SpeakerMarks from '../components/SpeakerMarks.vue'

declare module 'vue' {
  interface GlobalComponents {
    KeyHelp: typeof KeyHelp
    ScreenCurtain: typeof ScreenCurtain
    SlideAnnouncer: typeof SlideAnnouncer
    SpeakerMarks: typeof SpeakerMarks
  }
}
