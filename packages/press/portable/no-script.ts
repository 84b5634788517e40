import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { escapeHtml } from '@vue/shared'
import { isChinese } from 'slidev-addon-speech/language'

/** Lies over whatever else the page holds without scripts. The faces of the deck are not loaded for it. */
const STYLE = `
.no-script { position: fixed; inset: 0; z-index: 9999; display: grid; align-content: center; gap: 1em; padding: 8vw; font: 28px/1.6 "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #faf7f0; background: #12305a; }
.no-script h1 { margin: 0; font: 700 64px/1.3 "Noto Serif SC", SimSun, serif; }
.no-script p { margin: 0; color: #e6cf9b; }
`

const CHINESE = [
  '幻灯片没有打开：这个浏览器关闭了 JavaScript。',
  '请改用 Edge 或 Chrome 打开这个文件；或者在浏览器的“设置”里搜索 JavaScript，选择“允许”，再刷新这一页。',
]
const ENGLISH = [
  'The slides did not open: JavaScript is switched off in this browser.',
  'Open this file in Edge or Chrome; or search the settings of the browser for JavaScript, allow it, and reload this page.',
]

/** In a browser that runs no JavaScript, the page shows the deck's title and says what to do, instead of nothing. */
export function noScript({ data }: Pick<ResolvedSlidevOptions, 'data'>): Plugin {
  return {
    name: 'deck:no-script',
    transformIndexHtml: () => [{
      tag: 'noscript',
      injectTo: 'body-prepend',
      children: [
        { tag: 'style', children: STYLE },
        {
          tag: 'main',
          attrs: { class: 'no-script' },
          children: [
            { tag: 'h1', children: escapeHtml(data.config.title) },
            ...(isChinese(data.headmatter.lang) ? CHINESE : ENGLISH).map(children => ({ tag: 'p', children })),
          ],
        },
      ],
    }],
  }
}
