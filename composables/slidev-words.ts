/**
 * Slidev's own words in its views and menus. It has no setting for its language,
 * so they are set in Chinese where they come up in the page.
 */
const WORDS: Record<string, string> = {
  // presenter view
  'Current': '当前',
  'Next': '下一步',
  'Slides': '幻灯片',
  'Screen Mirror': '屏幕镜像',
  'End of the presentation': '讲话到此结束',
  'Resize notes panel': '拖动改变讲稿栏的宽度',
  'Resize notes panel height': '拖动改变讲稿栏的高度',
  'Increase font size': '讲稿字大一些',
  'Decrease font size': '讲稿字小一些',
  'Edit Notes': '修改讲稿',
  'No notes.': '这一页没有讲稿。',
  'Use screen capturing to mirror your main screen back to presenter view.': '把投影屏幕的画面取回演讲者视图。',
  'Click the button below and': '请点下面的按钮，并',
  'select your other monitor or window': '选择投影的屏幕或窗口',
  '.': '。',
  'Start Screen Mirroring': '开始取回画面',
  // bar
  'Enter fullscreen': '全屏',
  'Close fullscreen': '退出全屏',
  'Go to previous slide': '上一步',
  'Go to next slide': '下一步',
  'Show slide overview': '全部幻灯片',
  'Show presenter cursor': '让听众看到鼠标',
  'Hide presenter cursor': '不让听众看到鼠标',
  'Enable laser pointer': '开激光点',
  'Disable laser pointer': '关激光点',
  'Play Mode': '转到放映',
  'Presenter Mode': '转到演讲者视图',
  'Show editor': '打开编辑栏',
  'Hide editor': '关闭编辑栏',
  'Show info': '关于这份幻灯片',
  'Toggle Presenter Layout': '换一种版面',
  'Edit notes': '修改讲稿',
  'Help': '说明',
  'Play in new tab': '在新窗口里放映',
  'Light mode': '浅色',
  'More Options': '更多设置',
  'Change sync settings': '同步设置', // hidden, see global-top.vue
  // its menus
  'Invert': '反色',
  'Brightness': '亮度',
  'Contrast': '对比度',
  'Saturation': '饱和度',
  'Sepia': '褐色',
  'Hue Rotate': '色相',
  'Cursor Style': '光标样式',
  'Cursor': '箭头',
  'Laser': '激光点',
  'Slide Scale': '画面大小',
  'Fit': '适合窗口',
  'Wake Lock': '不让屏幕休眠',
  'Hide Idle Cursor': '鼠标不动时隐藏',
  // entry
  'Presenter': '演讲者视图',
  'Notes': '讲稿',
  'Overview': '全部幻灯片',
  // dialogs
  'Goto...': '页码或标题',
  'Close': '关闭',
  'Slides Overview': '全部幻灯片',
  'This is the hands-free live notes viewer.': '这里只有讲稿，不用动手。',
  'It\'s designed to be used in a separate view or device. The progress is controlled by and auto synced with the main presenter or slide.': '放在另一个窗口里，跟着演讲者视图或放映走。',
}

const PATTERNS: [RegExp, string][] = [
  [/^Clicks in this slide: (\d+)$/, '这一页共 $1 步'],
  [/^No notes for Slide (\d+)\.$/, '第 $1 页没有讲稿。'],
  [/^(\d+) slides · (\d+) clicks · \d+ words$/, '$1 页 · 点击 $2 次'], // it counts no Chinese words
  [/^Presenter - /, '演讲者视图 - '],
  [/^Overview - /, '全部幻灯片 - '],
  [/^Notes - /, '讲稿 - '],
  [/^Notes Edit - /, '修改讲稿 - '],
]

const ATTRIBUTES = ['title', 'placeholder', 'aria-label']

/** What a slide, a note or our own page says is the speaker's own, and stays */
const OWN = '.slidev-layout, .slidev-note, .script, kbd'

/** Slidev's word in Chinese; undefined for any other text */
export function chineseWord(text: string): string | undefined {
  const word = text.trim()
  const pattern = PATTERNS.find(([form]) => form.test(word))
  return pattern ? word.replace(...pattern) : WORDS[word]
}

/** Sets Slidev's words in Chinese, now and whenever it writes new ones. */
export function speakChinese(root: HTMLElement) {
  new MutationObserver(records => records.forEach(({ type, target, addedNodes }) => {
    if (type === 'childList')
      addedNodes.forEach(translate)
    else
      translate(target)
  })).observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES })
  translate(root)
}

function translate(node: Node) {
  const element = node instanceof Element ? node : node.parentElement
  if (!element || element.closest(OWN))
    return
  if (node instanceof Text) {
    const word = chineseWord(node.data)
    if (word)
      node.data = word
    return
  }
  for (const attribute of ATTRIBUTES) {
    const word = chineseWord(element.getAttribute(attribute) ?? '')
    if (word)
      element.setAttribute(attribute, word)
  }
  node.childNodes.forEach(translate)
}
