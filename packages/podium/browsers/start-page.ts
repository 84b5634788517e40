import type { Plugin } from 'vite'
import type { Words } from '../languages/en'
import { FLOOR } from './floor'

/** Told by `setup/root.ts` when the first view is there */
export const STARTED_EVENT = 'podium:started'

/** Runs in the page; plain JavaScript, since its text is what is put there. */
const noteSize = `function () {
  var style = document.documentElement.style
  if (!style.setProperty) return
  style.setProperty('--window-width', window.innerWidth)
  style.setProperty('--window-height', window.innerHeight)
}`

/** The same. A key that is pressed while the app is still on its way is pressed again when it is there. */
const keepKeys = `function (startedEvent) {
  var keys = []
  function keep(event) { if (!event.repeat) keys.push(event) }
  if (!window.addEventListener) return
  window.addEventListener('keydown', keep, true)
  window.addEventListener(startedEvent, function () {
    window.removeEventListener('keydown', keep, true)
    setTimeout(function () {
      for (var i = 0; i < keys.length; i++) document.body.dispatchEvent(new KeyboardEvent('keydown', keys[i]))
    })
  })
}`

/** The same. What is asked for came with Chromium 99, Firefox 115 and Safari 16, or just before. */
const watchStart = `function (texts, startedEvent) {
  var page, timer, started = false
  var old = !window.CSSLayerBlockRule || !Array.prototype.findLast || !window.structuredClone || !window.BroadcastChannel
  function show(text) {
    if (page || started || !document.body) return
    page = document.createElement('div')
    page.id = 'start-page'
    page.setAttribute('role', 'alert')
    page.style.cssText = 'position:fixed;top:0;right:0;bottom:0;left:0;z-index:99999;overflow:auto;padding:8% 10%;background:#12305a;color:#faf7f0;font:24px/1.7 "Microsoft YaHei","PingFang SC",sans-serif'
    for (var i = 0; i < text.length; i++) {
      var line = document.createElement(i ? 'p' : 'h1')
      line.style.cssText = i ? 'margin:0 0 16px' : 'margin:0 0 24px;font-size:40px;font-weight:bold;line-height:1.3'
      line.appendChild(document.createTextNode(text[i]))
      page.appendChild(line)
    }
    var agent = document.createElement('p')
    agent.style.cssText = 'margin:32px 0 0;font-size:14px;color:#b9c4d6'
    agent.appendChild(document.createTextNode(navigator.userAgent))
    page.appendChild(agent)
    document.body.appendChild(page)
  }
  function soon(milliseconds) {
    clearTimeout(timer)
    timer = setTimeout(function () { show(texts.failed) }, milliseconds)
  }
  if (old) {
    if (document.addEventListener) document.addEventListener('DOMContentLoaded', function () { show(texts.old) })
    else window.onload = function () { show(texts.old) }
    return
  }
  window.addEventListener(startedEvent, function () {
    started = true
    clearTimeout(timer)
    if (page) page.parentNode.removeChild(page)
  })
  function failed() { if (!started) soon(3000) }
  window.addEventListener('error', failed, true)
  window.addEventListener('unhandledrejection', failed)
  window.addEventListener('load', function () { if (!started && !timer) soon(20000) })
}`

/**
 * A page that says what to do where the deck can't run: in a browser below the floor, and where the app doesn't start for
 * whatever reason. Its script is classic and in the words of 2009, so that such browsers understand it; it stands in the
 * page itself, since files may be what is missing. Should the app start after all, the page goes away.
 *
 * The same script notes the window's size as plain numbers for style sheets, before the first slide is painted; the app
 * keeps them (`useWindowSizeInStyles`). And it keeps the keys that are pressed before the app is there.
 */
export function startPage({ startPage }: Words): Plugin[] {
  const texts = JSON.stringify(startPage).replaceAll('<', '\\u003C')
  return [{
    name: 'podium:before-the-app',
    transformIndexHtml: () => [`(${noteSize})()`, `(${keepKeys})('${STARTED_EVENT}')`].map(children => ({ tag: 'script', children, injectTo: 'head' as const })),
  }, {
    name: 'podium:start-page',
    apply: 'build',
    config: () => ({ build: { target: FLOOR } }),
    transformIndexHtml: () => [{ tag: 'script', children: `(${watchStart})(${texts},'${STARTED_EVENT}')`, injectTo: 'head' }],
  }]
}
