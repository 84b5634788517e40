/** Twelve counters of one contestant, named in the address; `start()` sets them off. */
import { createApp, h } from 'vue'
import { contestants } from './contestants'
import { entered } from './slidev-stand-in'
import '../../styles/tokens.css'

const VALUES = [382, 1190, 62, 698, 143, 138, 26, 17, 200, 260, 600, 18]

const contestant = contestants[decodeURIComponent(location.hash.slice(1))]
const style = 'display: grid; grid-template-columns: repeat(4, 1fr); font-size: 96px'

createApp(() => h('main', { style }, VALUES.map(value => h(contestant, { value })))).mount('#app')

Object.assign(window, { start: () => entered.value = true })
