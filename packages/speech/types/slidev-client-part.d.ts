/** Any of Slidev's own pages and internal components that we mount whole. */
import type { DefineComponent } from 'vue'

declare const part: DefineComponent<any>
export default part
