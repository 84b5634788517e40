import type { Words } from './en'

/** What the commands of press say and how they name their files, in Chinese */
export const chinese: Words = {
  files: {
    attendees: '（与会者）',
    handout: '（讲义）',
    lined: '（听讲用）',
    manuscript: '讲话稿',
    review: '（送审稿）',
    podium: '（大字稿）',
    beforeImport: '（导入前的讲稿）',
    comparison: '改稿对照.html',
  },

  copy: {
    nothingLeft: '选出来的各页都标了 internal: true，只供内部使用，给与会者的一份里什么也不剩；请改选别的页。',
    range: (range, total) => `页码范围“${range}”不对：这份幻灯片共 ${total} 页，请写成 3-8 或 1,5,9-12 的样子。`,
  },

  oldTitles: names => `out/ 里还有别的题目的文件，是改题目以前做的，别拿错：${names.join('、')}`,

  build: {
    help: command => `
用法：${command} [选项]

不加选项：生成 dist 文件夹，放到任何网站服务器上都能放映。讲稿全文也在里面。

  --attendees            发给与会者的一份：不含讲稿，也不含标了 internal: true 的页（--without-notes 是旧名，同一个意思）
  --range <页码>         只放一部分，如 3-8 或 1,5,9-12
  --out <文件夹>         存到别处；不写就是 dist，给与会者的是 dist-attendees
  --base <路径>          网址里域名后面的部分，前后都有斜线，如 /jiaoyu/
  --router-mode <方式>   history（默认）、hash 或 memory，见 Slidev 的说明
  --help                 显示这段说明
`,
    base: base => `--base 的“${base}”不对：前后都要有斜线，如 /jiaoyu/`,
    consequence: '没有构建',
    building: '正在构建……',
    taken: folder => `没有构建：${folder} 里放着别的文件，构建会把它们都删掉。请先把它们移走，或者用 --out 换一个文件夹。`,
    built: (folder, size, slides, attendees) => `${folder}/  ${size}，${slides} 页，${attendees ? '不含讲稿' : '讲稿全文也在里面'}。把整个文件夹放到网站服务器上就能放映。`,
    forAttendees: command => `发给与会者的一份不含讲稿：${command} --attendees`,
  },

  exporting: {
    help: command => `
用法：${command} [选项]

不加选项：导出 out/<幻灯片标题>.pdf，一页幻灯片一页纸。

  --with-clicks     每点击一步印一页
  --range <页码>    只导出一部分，如 3-8 或 1,5,9-12
  --attendees       发给与会者的一份：不含讲稿，也不含标了 internal: true 的页（--without-notes 是旧名，同一个意思）
  --output <文件>   PDF 存到别处
  --handout         讲义：A4 纸，幻灯片下面印讲稿，一张纸放得下两页就放两页
  --no-notes        与 --handout 合用：不印讲稿，每张纸三页幻灯片，旁边留横线
  --png <文件夹>    改为导出图片，一页一张
  --pptx <文件>     改为导出 PowerPoint（画面是图片，讲稿在备注里）
  --editable        与 --pptx 合用：文字是文字，可以改；手写的字仍是图片
  --fonts <对照>    与 --editable 合用：换字体，如 "Noto Serif SC=方正小标宋简体,Noto Sans SC=黑体"
                    （默认换成宋体、微软雅黑、Times New Roman）
  --help            显示这段说明
`,
    consequence: '没有导出',
    nothing: '没有导出。',
    preparing: slides => `正在准备 ${slides} 页……`,
    printing: '正在打印……',
    pictures: (folder, count) => `${folder}  ${count} 张`,
    noNotes: '--no-notes 要和 --handout 一起用；不加 --handout 的 PDF 本来就不含讲稿。',
    one: '--handout、--png、--pptx 一次只能用一个；--output 只用于 PDF。',
    clicks: '讲义每页只印一次，--handout 不能和 --with-clicks 一起用。',
    editable: '--editable 要和 --pptx <文件> 一起用。',
    fonts: '--fonts 要和 --pptx <文件> --editable 一起用；画面是图片时，字体已经在图片里。',
    pair: pair => `--fonts 里的“${pair}”看不懂：请写“原来的字体=换成的字体”，几种之间用逗号，如 --fonts "Noto Serif SC=方正小标宋简体,Noto Sans SC=黑体"。`,
    undrawn: (slides, reason) => `${slides.length > 0 ? `第 ${slides.join('、')} 页没有画出来` : '页面上有错误'}，没有导出。浏览器的说明：${reason}`,
    slide: (slide, trouble) => `第 ${slide} 页${trouble}。`,
    faces: faces => `字体没有载入：${faces.join('、')}。请恢复 fonts/ 里的文件，再导出一次。`,
    remarks: [
      [/^slide (\d+): exported as an image \((.*)\)$/, '第 $1 页整页是一张图片，改不了字（$2）。'],
      [/^(\d+) image\(s\) could not be read.*$/, '$1 张图片读不出来，没有带过去。'],
      [/^(\d+) element\(s\) could not be captured.*$/, '$1 处画面没有带过去。'],
      [/^(\d+) color value\(s\) could not be read.*$/, '$1 处底色没有带过去。'],
      [/^(\d+) picture\(s\) could not be isolated.*$/, '$1 处图片里可能又印了一遍文字。'],
      [/^(\d+) CSS decoration\(s\) could not be placed.*$/, '$1 处装饰没有带过去。'],
    ],
    asText: '文字都能改，数字是最后的数；逐步出现、滚动和切换的动画不带过去。',
    drawn: slides => `第 ${slides.join('、')} 页上手写的字、方格或底纹是图片，改不了。`,
    facesUsed: faces => `用到的字体：${faces.join('、')}。打开它的电脑上没有哪种，那种就会换样；用 --fonts 可以换。`,
    noPptx: reason => `PowerPoint 没有导出成功：${reason}`,
  },

  portable: {
    help: command => `
用法：${command} [选项]

不加选项：生成 out/<幻灯片标题>.html。只有这一个文件，拷到哪台电脑都能双击放映，不用联网，也不用安装。讲稿全文也在里面。

  --attendees       发给与会者的一份：不含讲稿，也不含标了 internal: true 的页，文件名后面加“（与会者）”
                    （--without-notes 是旧名，同一个意思）
  --range <页码>    只放一部分，如 3-8 或 1,5,9-12
  --with-pdf        附上 PDF，打开后可以下载
  --output <文件>   存到别处
  --help            显示这段说明
`,
    output: file => `--output 后面要写文件名，以 .html 结尾，如 --output 讲话.html，而不是“${file}”。`,
    consequence: '没有生成',
    making: '正在生成……',
    printing: '正在打印 PDF……',
  },

  manuscript: {
    help: command => `
用法：${command} [选项]

不加选项：由备注里的讲稿写成 out/<幻灯片标题>讲话稿.docx，按公文格式排版。

  --podium          讲台用的大字稿：20 磅字、1.6 倍行距，换行不拆数字和名称
  --review          送审稿：待核、拟稿、每个数字处都有批注，页边有行号，页眉写“送审稿”
  --no-cues         页边不印幻灯片页码
  --output <文件>   存到别处，文件名以 .docx 结尾

改稿回来以后：

  --compare <改稿>  只看：改了哪些话，一页一页列出，并写成 out/改稿对照.html
  --import <改稿>   把改稿里的话写进讲稿；写之前，原来的讲稿另存一份在改稿旁边
  --original        文件里的修订一律不算（默认：一律接受）
  --as-shown        文件里的修订不接受也不拒绝：删去的字也算在内

  --help            显示这段说明
`,
    consequence: '没有写成',
    notImported: '没有写入',
    notCompared: '没有比对',
    missing: file => `找不到 ${file}；请写对改稿的文件名。`,
    drafts: count => `其中 ${count} 页的讲稿还是拟稿，稿中标有【拟稿】。`,
    unchanged: (command, file) => `什么也没有改。要写进讲稿：${command} --import ${file}`,
    same: '讲稿和这份 Word 说的一样，什么也不用写。',
    imported: (slides, saved, check) => `已写进 ${slides} 页的讲稿。原来的讲稿存在 ${saved}\n请运行 ${check}，看数字和画面是不是还一致。`,
    output: file => `--output 后面的“${file}”不是 Word 文件名：请以 .docx 结尾，例如 --output 讲话稿.docx`,
    incoming: '--compare、--import 后面要写改稿的文件名，例如 --compare 改稿.docx',
    one: '--compare（只看）和 --import（写进讲稿）一次只能用一个。',
    reads: '--compare、--import 读的是改稿，不能和 --podium、--no-cues、--review、--output 一起用。',
    kind: '--review 是送审稿，--podium 是大字稿，一次只能用一个。',
    tracked: '--as-shown 和 --original 一次只能用一个。',
    trackedAlone: '--as-shown、--original 要和 --compare 或 --import 一起用。',
    notAttached: reason => `没有附上讲话稿。${reason}`,
  },
}
