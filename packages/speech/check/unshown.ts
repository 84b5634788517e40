import type { ContentFault } from './content'
import { elementsIn, fencesIn, isOnlineAddress, markdownLinksIn, textsIn } from './content'
import { pascalCase } from './vocabulary'

/** Slidev's components that show something of another site */
const OF_OTHER_SITES = ['Tweet', 'Youtube']
/** Elements that hold a page, which neither the policy of a build nor a single file allows, wherever it lies */
const PAGES = ['iframe', 'embed', 'object']
const MEDIA = ['video', 'audio', 'source', 'track']

/**
 * What a slide shows while it is edited and no longer once it is built, or in a hall without a network.
 *
 * @param content Markdown
 * @param headmatter of the deck
 */
export function unshownFaults(content: string, headmatter: Record<string, unknown>): ContentFault[] {
  return [
    ...elementsIn(content).flatMap(({ tag, line, props }) => {
      const address = String(props.src ?? props.data ?? '')
      if (PAGES.includes(tag))
        return [{ line, message: pageMessage(address || `<${tag}>`) }]
      if (OF_OTHER_SITES.includes(pascalCase(tag)) || (MEDIA.includes(tag) && isOnlineAddress(address)))
        return [{ line, message: `${address || `<${tag}>`} 在网上，会场没有网络就是空的；请把录像、录音或截图存到 public/ 文件夹，写成 <video src="/文件名" controls /> 或 ![说明](/文件名)` }]
      // Slidev's build doesn't say where in the file it stands, without which the component throws
      return /^VDrag(?:Arrow)?$/.test(pascalCase(tag)) && /^[\d.,\s-]+$/.test(String(props.pos ?? ''))
        ? [{ line, message: `<${tag}> 放映时会出错；请改用 <p v-drag="[左,上,宽,高]">…</p>，箭头用 <Arrow x1= y1= x2= y2= />` }]
        : []
    }),
    ...fencesIn(content).flatMap(({ info, line }) => {
      if (/^plantuml\b/.test(info))
        return [{ line, message: 'PlantUML 的图要由网上的服务器来画，会场没有网络就是空的；请改用 mermaid，或者把图存到 public/ 文件夹，写成 ![说明](/文件名)' }]
      return headmatter.monaco === false && /\{monaco/.test(info)
        ? [{ line, message: '“{monaco}”用不上：slides.md 的设置里写了 monaco: false；请删去它' }]
        : []
    }),
    // a formula has no Chinese but in \text{}; two sums in dollars in one paragraph would be set as one
    ...textsIn(content).flatMap(({ text, lineOf }) => [...text.matchAll(/(?<![\\$])\$(?![\s$])([^$\n]*[^\\$\s])\$(?!\d)/g)]
      .filter(([, formula]) => /\p{Script=Han}/u.test(formula.replace(/\\text\{[^}]*\}/g, '')))
      .map(({ 0: formula, index }) => ({ line: lineOf(index), message: `“${formula}”会当成数学公式来排；要写美元的符号，请写成 \\$` }))),
    // Slidev takes an address from the root for a slide's, and its link leads to none
    ...markdownLinksIn(content).filter(({ address }) => /^\/[^#?]*\.\w+$/.test(address)).map(({ address, line }) => (
      { line, message: `[…](${address}) 点了打不开文件；请写成 <a href="${address}" download>…</a>` })),
    ...headmatter.comark || headmatter.mdc
      ? []
      : textsIn(content).flatMap(({ text, lineOf }) => [...text.matchAll(/^[ \t]*::[a-z][\w-]*(?=\s|\{|$)/gm)].map(({ 0: mark, index }) => (
          { line: lineOf(index), message: `“${mark.trim()}”会照原样显示；请在 slides.md 的设置里加一行 comark: true，或者删去它` }))),
  ]
}

/** What is to be done about a page within a slide */
export function pageMessage(what: string): string {
  return `${what} ${isOnlineAddress(what) ? '在网上，会场没有网络就是空的' : '是另一张网页，放映和 PDF 里是空的'}；请截一张图存到 public/ 文件夹，写成 ![说明](/文件名)；要当场点开，请写成链接 [名称](地址)`
}
