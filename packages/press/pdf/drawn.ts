/**
 * A slide of a print that has been drawn, not its sign of loading or its error. A slide of `layout: none` has no layout but the
 * frontmatter that Slidev gives one, and gives its sign of loading, too.
 */
export const DRAWN = '.print-slide-container:has(.slidev-layout, .slidev-page > [frontmatter]:not(.slidev-slide-loading)):not(:has(.slide-notice))'
