import type ManuscriptLink from '../components/ManuscriptLink.vue'

declare module 'vue' {
  interface GlobalComponents {
    ManuscriptLink: typeof ManuscriptLink
  }
}
