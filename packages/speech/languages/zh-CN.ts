import type { Words } from './en'
import { tags } from './en'

export const media = { picture: '图片', film: '短片', sound: '录音' }

/** What the commands of speech say, in Chinese */
export const chinese: Words = {
  lang: 'zh-CN',

  options: {
    unknown: (command, given) => `看不懂 ${command} 后面的“${given}”。可用的选项见 ${command} --help`,
  },

  writing: {
    failed: (file, reason) => `${file} 没有写成：${reason}`,
    reasons: {
      ENOSPC: '磁盘已满，请腾出空间再试。',
      EDQUOT: '磁盘配额已用完，请腾出空间再试。',
      EACCES: '没有写入的权限，请换一个文件夹。',
      EPERM: '没有写入的权限；如果它正在别的程序里打开着，请先关掉。',
      EBUSY: '它正在别的程序里打开着，请先关掉。',
      EROFS: '那里是只读的，请换一个文件夹。',
      EISDIR: '那里已有一个同名的文件夹，请换一个文件名。',
      EEXIST: '路径中间有一段不是文件夹，请改正路径。',
      ENOTDIR: '路径中间有一段不是文件夹，请改正路径。',
    },
  },

  browser: {
    none: command => `找不到 Chrome、Chromium 或 Edge 浏览器。请运行：${command}`,
    stillNone: command => `已运行 ${command}，但仍找不到浏览器。请用环境变量 CHROME_PATH 指明浏览器程序的位置。`,
    wrongPath: path => `环境变量 CHROME_PATH 指向的文件不存在：${path}。请改正它，或者去掉它，让程序自己寻找浏览器。`,
  },

  mended: '改好了：没有要改的了，幻灯片接着放。',
  nothingBuilt: '没有构建',
  notBuilt: '幻灯片有写错的地方，没有构建成功；哪里错、怎样改，见上面的说明。',
  noTheme: (theme, name) => `没有装“${theme}”这个主题；请${theme === 'default' ? '' : '写回 theme: default，或者'}先联网运行 npm install ${name}`,
  noAddon: (addon, name) => `没有装“${addon}”这个插件；请删去它，或者先联网运行 npm install ${name}`,
  noAspectRatio: ratio => `aspectRatio 的“${ratio}”不对；请写成 16/9 的样子`,

  findings: {
    head: count => `有 ${count} 处要改：`,
    reminders: count => `讲稿里有 ${count} 处提醒，画面不受影响：`,
    stopped: (consequence, report) => `${consequence}，${report}`,
    place: (file, line, slide) => `${file} 第 ${line} 行${slide ? `，第 ${slide.page} 页${slide.title && `《${slide.title}》`}` : ''}`,
  },

  mistakes: {
    noDeck: '找不到这个文件；它是整份幻灯片的首页，请恢复它（文件名全用小写）',
    noLayout: (layout, guess) => `没有“${layout}”这种版式；${guess ? `是不是 ${guess}？` : ''}各种版式见 docs/layouts.md，请改正`,
    noComponent: (tag, guess) => `没有 <${tag}> 这个组件；${guess ? `是不是 <${guess}>？` : '可用的组件在 components/ 里；'}请改正名称`,
    noPart: (src, guess) => `找不到 src 所指的文件 ${src}；${guess ? `是不是 ${guess}？` : ''}请改正文件名，或恢复那个文件`,
    medium: {
      missing: (kind, address) => `找不到${media[kind]} ${address}；请把它放到 public/ 文件夹，写成 /文件名，或改正文件名`,
      online: (kind, address) => `${media[kind]} ${address} 在网上，会场没有网络就看不到；请存到 public/ 文件夹，写成 /文件名`,
      elsewhere: (kind, address) => `${media[kind]} ${address} 在这台电脑的别处，换一台电脑就没有了；请复制到 public/ 文件夹，写成 /文件名`,
      backslash: (kind, address) => `${media[kind]} ${address} 的路径用了反斜杠 \\；请改成 /`,
      bare: (kind, address) => `${media[kind]} ${address} 要写成 /${address}，文件放在 public/ 文件夹`,
      relative: (kind, address) => `${media[kind]} ${address} 的地址是从这个文件算起的，导出时会找不到；请把它放到 public/ 文件夹，写成 /文件名`,
      noPicture: (kind, address) => `${address} 是${media[kind]}，不能当图片放；请写成 <${tags[kind]} src="${address}" controls></${tags[kind]}>，文件放在 public/ 文件夹`,
    },
    rawPicture: picture => `“${picture}”不会变成图片，会照原样显示：地址里有空格；请把文件名里的空格去掉，或写成 %20`,
    endlessComment: '这个 <!-- 没有收尾，后面的内容都会被当成讲稿；请在讲稿写完处单起一行写 -->',
    clickMark: mark => `翻页标记“${mark}”写得不对，讲稿里会照原样显示；请写成 [click]，一次按两下写 [click:2]，方括号和冒号都用半角`,
  },

  check: {
    help: command => `
用法：${command} [选项]

不加选项：先读各页的文字和讲稿，再打开浏览器，逐页、逐次点击地看画面。

  --fix       figures.yaml 里改了数之后用：把各页和讲稿里的旧数改成新数，改了哪些行逐行列出；拿不准的不改，也列出来
  --no-look   只读，不看画面：几秒钟，不用浏览器
  --help      显示这段说明
`,
    building: '读过了。正在准备画面……',
    looking: slides => `正在看 ${slides} 页……`,
    fine: '读过，也逐页看过：没有发现要改的地方。',
    readOnly: '只读过，没有看画面：没有发现要改的地方。',
    fixed: count => `改了 ${count} 行${count > 0 ? '：' : '。'}`,
    unsure: count => `有 ${count} 处拿不准，没有改：`,
    at: (file, line) => `${file} 第 ${line} 行`,
    notLooked: (reason, command) => `只读过，没有看过：${reason}\n读的部分没有发现要改的地方；只要读的话，请运行 ${command} --no-look`,
    unfinished: (pending, drafts) => `还有【待核】${pending} 处，拟稿 ${drafts} 页。`,
  },

  words: {
    help: command => `
用法：${command}

看各页、讲稿和 figures.yaml 里的标点、数字写法和用词，有要改的逐处列出；语体只提醒，不算错。npm run check 也会看这些。

  --help   显示这段说明
`,
    reminder: '提醒：',
    reminders: count => `语体有 ${count} 处提醒，不算错；确实要这样说，就在 words.yaml 的 silenced 里写明理由。`,
    faults: count => `用字和标点有 ${count} 处要改，见上。`,
    fine: '用字和标点：没有发现问题。',
  },

  review: {
    file: '核稿清单.md',
    help: (command, file) => `
用法：${command}

写成 ${file}：每一页要核的数字、名称和待核之处，供各科室逐项核对。

  --help   显示这段说明
`,
    consequence: '没有写核稿清单',
    written: (file, count) => `已写好 ${file}：${count} 项要核。`,
  },
}
