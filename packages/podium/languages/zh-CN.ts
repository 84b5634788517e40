import type { Words } from './en'
import { formatSpan, isOnTime } from 'slidev-addon-speech/pace'

/** All that podium shows or says, in Chinese */
export const chinese: Words = {
  lang: 'zh-CN',
  readsAloud: true,

  views: {
    play: '观众屏幕',
    presenter: '演讲者视图',
    script: '讲稿',
    notes: '备注',
    overview: '全部页面',
    check: '会前检查',
    other: '其他',
    entry: '各个页面',
    notesEdit: '修改讲稿',
  },

  parts: {
    goto: '跳转',
    found: '找到的页面',
    counts: '页数',
    allSlides: '全部幻灯片',
  },

  announcer: {
    slide: (no, total, title) => `第 ${no} 页，共 ${total} 页：${title}`,
  },

  marks: {
    frozen: '观众画面已定格，按 Z 跟上',
    screen: (screen, frozen) => {
      const [name, key] = screen === 'black' ? ['黑屏', 'B'] : ['白屏', 'W']
      return `观众屏幕已${name}，${frozen ? `按 ${key} ` : '翻页'}恢复`
    },
    alone: '这个浏览器不允许窗口之间通信：各窗口不会同步，请换用 Chrome 或 Edge',
  },

  keys: {
    title: '按键',
    space: '空格',
    next: '下一步',
    prev: '上一步',
    slides: '下一页、上一页（跳过分步）',
    ends: '第一页、最后一页',
    black: '观众屏幕黑屏，再按或翻页恢复',
    white: '观众屏幕白屏，再按或翻页恢复',
    freeze: '观众画面定格，讲者可先看后面；再按跟上（只在讲者窗口）',
    goto: '按页码或标题跳转',
    overview: '全部页面',
    fullscreen: '全屏',
    help: '打开、关闭这张表',
    windows: '另开窗口',
  },

  clock: {
    name: '讲话计时',
    elapsed: '用时',
    pausedAt: '停在',
    slide: (start, end) => `本页 ${formatSpan(start)}–${formatSpan(end)}`,
    finish: time => `预计 ${time} 结束`,
    now: '现在',
    left: seconds => seconds < 0 ? `超时 ${formatSpan(-seconds)}` : `剩余 ${formatSpan(seconds)}`,
    lag: seconds => isOnTime(seconds) ? '正点' : seconds > 0 ? `慢 ${formatSpan(seconds)}` : `快 ${formatSpan(-seconds)}`,
    start: '开始',
    pause: '暂停',
    resume: '继续',
    reset: '归零',
  },

  script: {
    open: '讲稿大字版',
    button: '讲稿',
    note: '讲稿',
    noNote: '这一页没有讲稿。',
    noNotes: '本副本不含讲稿。',
    smaller: ['字小', '字小一些（-）'],
    larger: ['字大', '字大一些（+）'],
    aloud: ['念法', '数字按念法写出（r）'],
    light: '浅色',
    dark: '深色',
    paper: '深色或浅色（d）',
    back: ['返回', '回到演讲者视图'],
    nextSlide: '下一页',
    last: '这是最后一页',
    more: '下面还有，按 j ↓',
  },

  faults: {
    slide: no => `第 ${no} 页`,
    loading: '这一页正在读取……',
    inDev: '这一页有写错的地方。请看启动幻灯片的那个窗口：那里写明是哪个文件、哪一项、怎样改。改好保存，这一页会自动恢复。',
    failed: '这一页的内容没有显示出来。',
    logged: (no, title, error) => `第 ${no} 页《${title}》出错：${error}`,
  },

  projector: {
    'button': '上投影',
    'title': '观众画面放到另一块屏上全屏，演讲者视图留在这里',
    'unknown': '这个浏览器认不出屏幕：请把观众屏幕的窗口拖到投影上，点一下，按 F 全屏',
    'refused': '浏览器没有得到许可：请在地址栏旁允许“窗口管理”，再点一次；或者把观众屏幕拖到投影上，按 F 全屏',
    'one-screen': '只有一块屏：请接上投影，按 Win + P 选“扩展”，再点一次',
    'blocked': '浏览器拦住了新窗口：请在地址栏旁允许弹出窗口，再点一次',
  },

  preflight: {
    title: '会前检查',
    toDo: count => `还有 ${count} 项要办`,
    allGood: '全部就绪',
    openAudience: '打开观众屏幕',
    openPresenter: '打开演讲者视图',
    good: '好',
    todo: '要办',
    comma: '，',
    semicolon: '；',
    list: items => items.join('、'),
    runs: runs => `第 ${runs.join('、')} 页`,

    browser: '浏览器',
    browserGood: '合用',
    browserLacks: what => `可用，缺${what}`,
    browserOld: '太旧',
    browserUnknown: '认不出是哪种浏览器',
    browserTodo: '请换用 Chrome 或 Edge（99 版以上）、Firefox（115 版以上）',
    polish: {
      individualTransforms: '部分动画',
      has: '部分边框',
      balance: '标题均衡分行',
      spacingTrim: '标点挤压',
    },

    sleep: '屏保',
    sleepStates: { granted: '放映时不会黑屏', refused: '系统不让浏览器拦住屏保', missing: '这个浏览器拦不住屏保' },
    sleepTodo: '请接上电源，在系统设置里关掉屏保和休眠',

    zoom: '缩放',
    unzoomed: '都是 100 %',
    zoomTodo: '请在这些窗口里按 Ctrl + 0',
    scaled: percent => `系统把投影放大到 ${percent}`,
    scaleTodo: '请在系统“显示设置”里把投影的缩放改为 100 %，线条更清楚',

    fonts: '字体',
    noFonts: '没有自带字体',
    fontsMissing: names => `${names} 没有装上`,
    fontsFound: count => `${count} 种字体都已装上`,
    fontsTodo: '请重新拷贝整份幻灯片，再打开这一页',

    windows: '窗口同步',
    windowsOf: (view, count) => `${view} ${count} 个`,
    windowsFound: (count, views) => `${count} 个窗口互相连通：${views}`,
    copies: addresses => `另有一份幻灯片开着，不会同步：${addresses}；请关掉不用的那一份`,
    noTouch: '这个浏览器不允许窗口之间通信，请换用 Chrome 或 Edge',
    noAudience: '没有观众屏幕：请打开一个，拖到投影上',
    noSpeaker: '没有讲者窗口：请打开演讲者视图',
    frozen: '观众画面已定格：请在讲者窗口按 Z 跟上',
    apart: '各窗口不在同一页：请翻一页；仍不一致就刷新窗口',

    screens: '投影',
    screen: (width, height) => `${width} × ${height}`,
    full: '，全屏',
    window: (width, height) => `，窗口 ${width} × ${height}`,
    noScreen: '还没有观众屏幕',
    noScreenTodo: '打开观众屏幕后再看这一行',
    sameScreen: '观众屏幕和讲者窗口在同一块屏上：请点“上投影”，或把它拖过去',
    notFull: '请在观众屏幕上点一下，按 F 全屏',
    notWide: '这块屏不是 16:9，画面会留边；能改为 1920 × 1080 最好',

    notes: '备注',
    noNotes: '这一份不带备注',
    noNotesTodo: '这是发给与会者的版本；讲话请用带备注的一份',
    silent: slides => `${slides} 没有备注`,
    allNotes: count => `${count} 页都有备注`,
    silentTodo: '请补写备注',

    drafts: '拟稿',
    draftsFound: (count, slides) => `${count} 页还是拟稿：${slides}`,
    noDrafts: '没有拟稿',
    pendingFound: count => `【待核】${count} 处`,
    pendingTodo: '请把【待核】填好',
    draftsTodo: '请局里审定，再删去 draft: true',

    requests: '外网',
    requestsFound: hosts => `向 ${hosts} 要过东西`,
    noRequests: '没有向外网要任何东西',
    requestsTodo: '断网时这些会缺：请把用到的图片、字体放进文件夹',

    build: '版本',
    undated: version => [version, '日期不详'].filter(Boolean).join('，'),
    undatedTodo: '不是从 git 仓库构建的，请自行核对是不是最新一份',
    built: (version, commit, year, month, day, changed) => `${version}（${commit}），${year}年${month}月${day}日${changed ? '，之后又有改动' : ''}`,
    changedTodo: '请提交改动后重新构建，会后好查',
  },

  startPage: {
    old: [
      '这个浏览器太旧，放不了这份幻灯片',
      '请改用 Chrome 或 Edge（99 版以上）、Firefox（115 版以上）打开；360、QQ、搜狗等浏览器请先更新，并在地址栏旁把“兼容模式”换成“极速模式”。',
      '也可以放映随幻灯片一起的 PDF。',
    ],
    failed: [
      '幻灯片没有打开',
      '请刷新这一页；如果还是这样，请重新拷贝整份幻灯片，或换一个浏览器（Chrome、Edge、Firefox）打开。',
      '也可以放映随幻灯片一起的 PDF。',
    ],
  },

  remote: {
    title: '请输入密码',
    label: '遥控密码（在启动幻灯片的电脑上）',
    enter: '进入',
    readOnly: '别的设备只能观看和翻页，不能改动文件。',
  },

  start: {
    help: command => `
用法：${command} [选项]

  --port <端口>   换一个端口（默认 3030）
  --no-open       不自动打开浏览器
  --remote        让同一网络里的手机凭密码遥控
  --help          显示这段说明
`,
    badPort: (command, port) => `端口“${port}”不对：--port 后面要写 1 到 65535 的整数，例如 ${command} --port 3031`,
    portTaken: (command, port) => `端口 ${port} 已被别的程序占用（也许幻灯片已经打开了）。请关掉那个程序，或换一个端口：${command} --port ${port + 1}`,
    notStarted: command => `幻灯片没有启动成功，原因见上面的英文提示。请改正后重新运行 ${command}。`,
    waiting: '改好、保存以后，幻灯片会自动启动；按 Ctrl+C 结束。',
    noNetwork: '这台电脑没有连上网络，手机找不到它。请先连上无线网或网线，再运行 npm run start:remote。',
    links: url => `
  幻灯片      ${url}
  演讲者视图  ${url}presenter/
  讲稿大字版  ${url}script
  全部幻灯片  ${url}overview/
  会前检查    ${url}check`,
    end: '  按 Ctrl+C 结束。',
    remote: (urls, password, code) => `
  手机遥控    ${urls.join('\n              ')}
  密码        ${password}
  用手机扫码，或输入网址和密码：

${code}

  知道密码的人能看到讲稿，也能翻页。传送不加密，不要在不信任的网络里用。
`,
  },
}
