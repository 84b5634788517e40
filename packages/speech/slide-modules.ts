/** The modules that Slidev makes of a slide: of its content, and of its frontmatter with what else is known of it */
export const MARKDOWN_MODULE = /__slidev_\d+\.md$/
export const FRONTMATTER_MODULE = /__slidev_\d+\.frontmatter$/

/**
 * The code of a slide's content with another template: scripts and styles stay. For plugins of `enforce: 'pre'`, which get
 * the Markdown as a template, in which code has its marks escaped.
 */
export function changeTemplate(code: string, change: (template: string) => string): string {
  return code.replace(/^[\s\S]*<\/template>/, template => change(template))
}
