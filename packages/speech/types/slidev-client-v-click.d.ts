/** What waits or has waited for a click, as in Slidev's `modules/v-click.ts`. */
export const resolvedClickMap: Map<Element | string, unknown>
