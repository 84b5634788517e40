/** An edit that breaks the deck, and what the person who made it has to be told */
export interface BadEdit {
  name: string
  file: string
  /** The file's text with the mistake, or its bytes; `undefined` takes the file away */
  edit: (text: string) => string | Uint8Array | undefined
  /** Words on the line that the message has to name, in the file that it has to name; the first line without */
  at?: string
  /** File that the message names, where it isn't the edited one */
  told?: string
  /** What the message has to say: what is wrong, and the remedy */
  says: (string | RegExp)[]
}

const [DECK, REVIEW, TASKS, LEDGER] = ['slides.md', 'pages/1-review.md', 'pages/3-tasks.md', 'figures.yaml']

/** Replaces words that have to be there */
function swap(words: string, other: string) {
  return (text: string) => {
    if (!text.includes(words))
      throw new Error(`The deck no longer says “${words}”: choose other words to break`)
    return text.replace(words, () => other)
  }
}

/** A slide of these lines, put before the quotation */
function slide(...lines: string[]) {
  return swap('---\nlayout: quote', `---\n${lines.join('\n')}\n\n---\nlayout: quote`)
}

/** GBK of 区教育局，which is no UTF-8 */
const GBK = [0xC7, 0xF8, 0xBD, 0xCC, 0xD3, 0xFD, 0xBE, 0xD6]
const inGbk = (text: string) => Uint8Array.from([...new TextEncoder().encode(text.split('\n').slice(0, 8).join('\n')), ...GBK])
const inUtf16 = (text: string) => new Uint8Array(Uint16Array.from(`\uFEFF${text}`, character => character.charCodeAt(0)).buffer)

const statement = ['layout: statement', 'statement: 办好人民满意的教育', '---', '', '## 一句话', '']

export const badEdits: BadEdit[] = [
  // files
  { name: 'no slides.md', file: DECK, edit: () => undefined, says: ['找不到这个文件', '请恢复'] },
  { name: 'an empty slides.md', file: DECK, edit: () => '\n', says: ['文件是空的', '请恢复'] },
  { name: 'an empty part', file: REVIEW, edit: () => '', says: ['文件是空的', '删去引它的一页'] },
  { name: 'a missing part', file: DECK, edit: swap('1-review.md', '1-reveiw.md'), at: '1-reveiw.md', says: ['找不到 src 所指的文件 ./pages/1-reveiw.md', '是不是 ./pages/1-review.md？'] },
  { name: 'a folder for a part', file: DECK, edit: swap('./pages/1-review.md', './pages'), at: 'src: ./pages\n', says: ['src 的 ./pages 不是一个能读的文件', './pages/文件名.md'] },
  { name: 'a part of another folder', file: DECK, edit: swap('./pages/1-review.md', '../speech.md'), at: '../speech.md', says: ['在这份幻灯片的文件夹以外', '放进 pages/'] },
  { name: 'a part by a Windows drive', file: DECK, edit: swap('./pages/1-review.md', 'C:\\deck\\1-review.md'), at: 'C:\\deck', says: ['C:\\deck\\1-review.md', './pages/文件名.md'] },
  { name: 'a part that is the deck itself', file: DECK, edit: swap('./pages/1-review.md', './slides.md'), at: './slides.md', says: ['又引回了自己'] },
  { name: 'pages that a part doesn\'t have', file: DECK, edit: swap('1-review.md', '1-review.md#98'), at: '#98', says: ['# 后面的“98”不对', '请写成 #2-5'] },
  { name: 'a part in GBK', file: REVIEW, edit: inGbk, at: '区教育局', says: ['不是 UTF-8 编码', '另存为'] },
  { name: 'a part in UTF-16', file: REVIEW, edit: inUtf16, says: ['不是 UTF-8 编码', '另存为'] },
  { name: 'a ledger in GBK', file: LEDGER, edit: inGbk, at: '区教育局', says: ['不是 UTF-8 编码', '另存为'] },

  // words that would not stand as they are typed
  { name: 'two sums in dollars', file: REVIEW, edit: slide('layout: default', '---', '', '## 两笔钱', '', '原来是$三十元，现在是$五元。'), at: '原来是$', says: ['会当成数学公式来排', '请写成 \\$'] },
  { name: 'stress in the data of a layout', file: REVIEW, edit: swap('text: 全省线上教学', 'text: 全省**线上**教学'), at: '**线上**', says: ['会连星号一起显示', '请删去星号'] },

  // YAML
  { name: 'an open bracket in the headmatter', file: DECK, edit: swap('title: 凝心', 'title: [凝心'), at: 'title: [凝心', says: ['title: [凝心', '成对'] },
  { name: 'an empty line before the headmatter', file: DECK, edit: text => `\n${text}`, says: ['第一行必须是 ---', '移到第一行'] },
  { name: 'a tab before an item', file: REVIEW, edit: swap('  - date: 2月3日', '\t- date: 2月3日'), at: '\t- date', says: ['Tab', '改成空格'] },
  { name: 'items out of line', file: REVIEW, edit: swap('    text: 返校前一定收回', '   text: 返校前一定收回'), at: '   text: 返校前', says: ['缩进', '对齐'] },
  { name: 'an item written twice', file: REVIEW, edit: swap('chapter: 形成了新合力', 'chapter: 形成了新合力\nchapter: 合力'), at: 'chapter: 合力', says: ['“chapter”写了两次', '删去一处'] },
  { name: 'a wide colon', file: REVIEW, edit: swap('subtitle: 取得', 'subtitle：取得'), at: 'subtitle：', says: ['“subtitle：”用了全角冒号', '半角冒号加一个空格'] },
  { name: 'no space after a colon', file: REVIEW, edit: swap('layout: section', 'layout:section'), at: 'layout:section', says: ['“layout:”的冒号后面没有空格', '补上'] },
  { name: 'two colons in a line', file: REVIEW, edit: swap('subtitle: 取得', 'subtitle: 成果: 取得'), at: '成果: ', says: ['不止一个“冒号加空格”', '单引号'] },
  { name: 'a value that begins with *', file: REVIEW, edit: swap('label: 贫困学生家庭', 'label: *贫困学生家庭*'), at: '*贫困', says: ['用 * 或 & 开头', '单引号'] },
  { name: 'a value that begins with @', file: REVIEW, edit: swap('label: 贫困学生家庭', 'label: @贫困学生家庭'), at: '@贫困', says: ['不能用这个符号开头', '单引号'] },
  { name: 'a backslash in double quotes', file: DECK, edit: swap('src: ./pages/1-review.md', 'src: ".\\pages\\1-review.md"'), at: '.\\pages', says: ['反斜杠', '请改成 /'] },
  { name: 'an open quote', file: REVIEW, edit: swap('label: 贫困学生家庭', 'label: "贫困学生家庭'), says: ['成对'], at: '"贫困' },
  { name: '--- in a value', file: REVIEW, edit: swap('label: 贫困学生家庭', 'label: 贫困---学生家庭'), at: '贫困---', says: ['三个短横', '破折号'] },
  { name: 'a frontmatter without its end', file: REVIEW, edit: swap('一摞摞捆，送到学生手中\n  - by: 新华中学一位教师\n    text: 陪学生听网课，从零学直播，坚持到复学\n---\n', '一摞摞捆，送到学生手中\n'), at: '## 停课不停教', says: ['设置却没有收尾', '单起一行写 ---'] },
  { name: 'a last frontmatter without its end', file: DECK, edit: swap('glyph: 新\n---\n', 'glyph: 新\n'), at: '---\nlayout: closing', says: ['没有收尾', '单起一行写 ---'] },
  { name: 'a frontmatter without its begin', file: REVIEW, edit: swap('---\nlayout: quote', 'layout: quote'), at: 'layout: quote', says: ['“layout:”是这一页的设置', '各写一行 ---'] },
  { name: 'an empty line in front of a frontmatter', file: REVIEW, edit: swap('---\nlayout: quote', '---\n\nlayout: quote'), at: 'layout: quote', says: ['“layout:”是这一页的设置', '不留空行'] },
  { name: 'a --- too many', file: REVIEW, edit: swap('---\nlayout: quote', '---\n\n---\nlayout: quote'), at: '---\n\n---\nlayout: quote', says: ['这一页是空的', '多写了一行 ---'] },
  { name: 'a word for a frontmatter', file: REVIEW, edit: slide('statement', '---', '', '# 一句话'), at: '---\nstatement\n', says: ['写成“项: 值”'] },
  { name: 'a ledger out of line', file: LEDGER, edit: swap('  value: 698\n  unit', '  value: 698\n unit'), at: ' unit: 户', says: [/缩进|对齐/] },

  // frontmatter
  { name: 'an unknown layout', file: REVIEW, edit: swap('layout: quote', 'layout: qoute'), at: 'qoute', says: ['没有“qoute”这种版式', '是不是 quote？'] },
  { name: 'a mistyped item of a layout', file: DECK, edit: swap('points:', 'pionts:'), at: 'pionts', says: ['没有“pionts”这一项', '是不是 points？'] },
  { name: 'a mistyped item of ours', file: TASKS, edit: swap('draft: true', 'drafft: true'), at: 'drafft', says: ['没有“drafft”这一项', '是不是 draft？'] },
  { name: 'a mistyped item of Slidev', file: REVIEW, edit: swap('layout: quote', 'layout: quote\nclikcs: 1'), at: 'clikcs', says: ['没有“clikcs”这一项', '是不是 clicks？'] },
  { name: 'a mistyped item of the headmatter', file: DECK, edit: swap('colorSchema:', 'colourSchema:'), at: 'colourSchema', says: ['是不是 colorSchema？'] },
  { name: 'a mistyped item in a list', file: DECK, edit: swap('    text: 上学年', '    txet: 上学年'), at: 'txet', says: ['没有“txet”这一项', '是不是 text？'] },
  { name: 'an item of another layout', file: REVIEW, edit: swap('layout: quote', 'layout: quote\nmeaning: 爱'), at: 'meaning: 爱', says: ['quote 版式没有“meaning”这一项', '改正或删去'] },
  { name: 'an item that a layout needs', file: REVIEW, edit: swap('center: 学校\n', ''), at: '---\nlayout: network', says: ['center 没有写', '一句话'] },
  { name: 'an item in a list that a layout needs', file: REVIEW, edit: swap('  - by: 政府\n    text: 物资统一采购', '  - by: 政府'), at: '- by: 政府', says: ['links 第 1 条的 text 没有写'] },
  { name: 'an empty item that a layout needs', file: REVIEW, edit: swap('center: 学校', 'center:'), at: 'center:', says: ['center 是空的'] },
  { name: 'words for a list', file: REVIEW, edit: slide('layout: steps', 'steps: 定要求', '---', '', '## 步骤'), at: 'steps: 定', says: ['steps 须是列表', '“- ”'] },
  { name: 'an empty list', file: REVIEW, edit: slide('layout: steps', 'steps: []', '---', '', '## 步骤'), at: 'steps: []', says: ['steps 是空的列表'] },
  { name: 'a list for words', file: REVIEW, edit: swap('center: 学校', 'center: [学校]'), at: '[学校]', says: ['center 须是一句话', '单引号'] },
  { name: 'a number for words', file: REVIEW, edit: swap('center: 学校', 'center: 698'), at: 'center: 698', says: ['须是文字', '\'698\''] },
  { name: 'a figure with its unit', file: REVIEW, edit: swap('value: 698', 'value: 698户'), at: '698户', says: ['value 须是一个有限的数', '不带引号和单位'] },
  { name: 'a figure too large to be exact', file: REVIEW, edit: swap('value: 698', 'value: 9007199254740993'), at: '90071', says: ['太大', '更大的单位'] },
  { name: 'a slide of nothing but what is to be confirmed', file: REVIEW, edit: slide('layout: statement', 'statement: 【待核：一句话】', '---', '', '# 【待核：标题】'), at: 'statement: 【待核', says: ['除了【待核】没有别的', '写上能放映的内容'] },
  { name: 'a mistyped choice', file: REVIEW, edit: slide('layout: problem-task', 'arrangement: column', 'pairs:', '  - problem: 问题', '    task: 任务', '---', '', '## 问题和任务'), at: 'arrangement', says: ['arrangement 只能是 rows、columns、lines 之一', '是不是 columns？'] },
  { name: 'draft: yes', file: TASKS, edit: swap('draft: true', 'draft: yes'), at: 'draft: yes', says: ['draft 只能是 true（拟稿）或 false', '删去这一行'] },
  { name: 'a pace in words', file: DECK, edit: swap('pace: 200', 'pace: 快'), at: 'pace: 快', says: ['pace 须是每分钟念的字数', '200'] },
  { name: 'a duration', file: DECK, edit: swap('pace: 200', 'pace: 200\nduration: 20min'), at: 'duration', says: ['duration 不必写', '请删去'] },
  { name: 'another theme', file: DECK, edit: swap('theme: default', 'theme: apple-basic'), at: 'theme: apple-basic', says: ['theme: default'] },
  { name: 'an aspect ratio in words', file: DECK, edit: swap('aspectRatio: 16/9', 'aspectRatio: 宽屏'), at: 'aspectRatio', says: ['请写成 16/9'] },
  { name: 'a date that doesn\'t exist', file: REVIEW, edit: swap('- date: 4月7日', '- date: 4月37日'), at: 'events:', says: ['“4月37日”', '“2月3日”的样子'] },
  { name: 'dates out of order', file: REVIEW, edit: swap('- date: 2月11日', '- date: 4月7日'), at: 'events:', says: ['由先到后', '3月20日'] },
  { name: 'two slides of one address', file: REVIEW, edit: text => swap('layout: network', 'layout: network\nrouteAlias: part')(swap('layout: quote', 'layout: quote\nrouteAlias: part')(text)), at: 'routeAlias: part\nchapter', says: ['“part”', '重复', '别的名字'] },
  { name: 'a number for an address', file: REVIEW, edit: swap('layout: quote', 'layout: quote\nrouteAlias: \'3\''), at: 'routeAlias', says: ['与页码相混', '英文字母'] },

  // content
  { name: 'an open tag', file: REVIEW, edit: slide(...statement, '<div class="a">', '', '爱'), at: '<div', says: ['<div class="a"> 没有收尾', '</div>'] },
  { name: 'a tag that was not opened', file: REVIEW, edit: slide(...statement, '爱</b>'), at: '爱</b>', says: ['</b> 多余', '删去'] },
  { name: 'a tag without its >', file: REVIEW, edit: slide(...statement, '<div', '爱'), at: '<div', says: ['标签没有写完', '>'] },
  { name: 'an open expression', file: REVIEW, edit: slide(...statement, '爱 {{ foo'), at: '{{ foo', says: ['{{ 没有收尾', '}}'] },
  { name: 'an expression that makes no sense', file: REVIEW, edit: slide(...statement, '爱 {{ 1 + }}'), at: '{{ 1 +', says: ['算式写得不对', '成对'] },
  { name: 'a mistyped component', file: REVIEW, edit: slide(...statement, '<StatCountr :value="3" />'), at: '<StatCountr', says: ['没有 <StatCountr> 这个组件', '是不是 <StatCounter>？'] },
  { name: 'a counter of words', file: REVIEW, edit: slide(...statement, '', '<StatCounter value="698" />'), at: '<StatCounter', says: ['StatCounter 的 value 须是一个有限的数'] },
  { name: 'a counter of nothing', file: REVIEW, edit: slide(...statement, '', '<StatCounter :value="NaN" />'), at: '<StatCounter', says: ['StatCounter 的 value 须是一个有限的数'] },
  { name: 'a picture that isn\'t there', file: REVIEW, edit: slide(...statement, '![校园](/campus.jpg)'), at: '/campus.jpg', says: ['找不到图片 /campus.jpg', 'public/'] },
  { name: 'a picture by a tag that isn\'t there', file: REVIEW, edit: slide(...statement, '<img src="./campus.jpg">'), at: './campus.jpg', says: ['找不到图片 ./campus.jpg', 'public/'] },
  { name: 'a film that isn\'t there', file: REVIEW, edit: slide(...statement, '<video src="/nofile.mp4" controls></video>'), at: '/nofile.mp4', says: ['找不到短片 /nofile.mp4', 'public/'] },
  { name: 'the poster of a film that isn\'t there', file: REVIEW, edit: slide(...statement, '<video poster="/nofile.jpg" controls></video>'), at: '/nofile.jpg', says: ['找不到图片 /nofile.jpg', 'public/'] },
  { name: 'a sound that isn\'t there', file: REVIEW, edit: slide(...statement, '<audio src="/nofile.mp3" controls></audio>'), at: '/nofile.mp3', says: ['找不到录音 /nofile.mp3', 'public/'] },
  { name: 'a source of a film that isn\'t there', file: REVIEW, edit: slide(...statement, '<video controls>', '<source src="/走访.webm">', '</video>'), at: '/走访.webm', says: ['找不到短片 /走访.webm', 'public/'] },
  { name: 'a film of another site', file: REVIEW, edit: slide(...statement, '<video src="https://example.com/a.mp4"></video>'), at: '/a.mp4', says: ['在网上', 'public/'] },
  { name: 'a film for a picture', file: REVIEW, edit: slide(...statement, '![短片](/没有这个.webm)'), at: '/没有这个.webm', says: ['/没有这个.webm 是短片', '<video src="/没有这个.webm" controls></video>'] },
  { name: 'a sound for a picture', file: REVIEW, edit: slide(...statement, '![录音](/没有这个.mp3)'), at: '/没有这个.mp3', says: ['/没有这个.mp3 是录音', '<audio src="/没有这个.mp3" controls></audio>'] },
  { name: 'a picture with backslashes', file: REVIEW, edit: slide(...statement, '![校园](.\\campus.jpg)'), at: '.\\campus', says: ['反斜杠', '请改成 /'] },
  { name: 'a picture by a Windows drive', file: REVIEW, edit: slide(...statement, '![校园](C:\\照片\\campus.jpg)'), at: 'C:\\照片', says: ['在这台电脑的别处', 'public/'] },
  { name: 'a film on the internet', file: REVIEW, edit: slide(...statement, '<Youtube id="luoMHjh" />'), at: '<Youtube', says: ['在网上', '<video'] },
  { name: 'a page on the internet', file: REVIEW, edit: slide(...statement, '<iframe src="https://example.com/"></iframe>'), at: 'https:', says: ['https://example.com/ 在网上', '请截一张图存到 public/', '[名称](地址)'] },
  { name: 'a page of its own within a slide', file: REVIEW, edit: slide(...statement, '<iframe src="/page.html"></iframe>'), at: '/page.html', says: ['/page.html 是另一张网页', '请截一张图存到 public/'] },
  { name: 'a diagram that a server draws', file: REVIEW, edit: slide(...statement, '```plantuml', 'A -> B', '```'), at: '```plantuml', says: ['服务器', 'mermaid'] },
  { name: 'a picture on the internet', file: REVIEW, edit: slide(...statement, '![校园](https://example.com/campus.jpg)'), at: 'https:', says: ['在网上', 'public/'] },

  { name: 'a picture with a space in its name', file: REVIEW, edit: slide(...statement, '![校园](/校园 照片.jpg)'), at: '![校园]', says: ['“![校园](/校园 照片.jpg)”不会变成图片', '%20'] },
  { name: 'a picture with brackets that isn\'t there', file: REVIEW, edit: slide(...statement, '![校园](/照片(1).jpg)'), at: '![校园]', says: ['找不到图片 /照片(1).jpg', 'public/'] },
  { name: 'a picture beside its slide', file: DECK, edit: swap('# 凝心聚力启新程', '![表](./figures.yaml)\n\n# 凝心聚力启新程'), at: '![表]', says: ['图片 ./figures.yaml 的地址是从这个文件算起的', 'public/'] },
  { name: 'a number for a title', file: REVIEW, edit: swap('layout: quote', 'layout: quote\ntitle: 2026'), at: 'title: 2026', says: ['title 须是文字', '\'2026\''] },
  { name: 'a title of two lines', file: REVIEW, edit: swap('layout: quote', 'layout: quote\ntitle: |\n  甲\n  乙'), at: 'title: |', says: ['title 有不止一行', '写成一行'] },
  { name: 'keywords in a list', file: DECK, edit: text => text.replace(/^keywords:.*$/m, 'keywords: [甲, 乙]'), at: 'keywords: [', says: ['keywords 须是一句话', '甲,乙'] },

  // notes
  { name: 'a comment before the note', file: REVIEW, edit: swap('<!--\n先讲第一个方面', '<!--\n同志们。\n-->\n\n<!--\n先讲第一个方面'), at: '<!--\n同志们', says: ['两段 <!-- -->', '并成一段'] },
  { name: 'an open comment', file: REVIEW, edit: swap('-->\n\n---\nlayout: timeline', '\n---\nlayout: timeline'), at: '<!--', says: ['<!-- 没有收尾', '单起一行写 -->'] },
  { name: 'an open comment at the very end', file: DECK, edit: swap('谢谢大家！\n-->', '谢谢大家！'), at: '<!--\n同志们，收心会', says: ['<!-- 没有收尾', '单起一行写 -->'] },
  { name: 'a comment that opens with a dash', file: REVIEW, edit: swap('<!--\n先讲', '<!—\n先讲'), at: '-->', says: ['--> 前面没有 <!--', '破折号'] },
  { name: 'a comment after the note', file: REVIEW, edit: slide(...statement, '<!--', '请记住这句话。', '-->', '', '<!-- 待办：换一张图 -->'), at: '<!--\n请记住', says: [/两段 <!-- -->：第 \d+ 行的不会显示，只有第 \d+ 行的才是讲稿/, '请并成一段'] },
  { name: 'words after the note', file: REVIEW, edit: slide(...statement, '<!--', '请记住这句话。', '-->', '', '放在后面的话'), at: '<!--\n请记住', says: ['讲稿后面还有画面上的文字', '最后'] },
  ...['[click', '[clik]', '[clicks]', '[click:x]', '[click：1]', '【click】', '［click］'].map(mark => (
    { name: `the mark ${mark}`, file: REVIEW, edit: swap('[click] 2月11日', `${mark} 2月11日`), at: `${mark} 2月11日`, says: [`“${mark}`, '请写成 [click]'] })),

  // figures
  { name: 'a figure on a slide that the ledger lacks', file: REVIEW, edit: swap('value: 698', 'value: 689'), at: 'value: 689', says: ['“689户”不在数字台账里', 'figures.yaml'] },
  { name: 'a figure in a note that the ledger lacks', file: REVIEW, edit: slide(...statement, '<!--', '走访了699户。', '-->'), at: '699户', says: ['讲稿里的“699户', '三处核对'] },
  { name: 'a figure in the ledger that no note says', file: LEDGER, edit: text => `${text}invented:\n  value: 7\n  unit: 台\n  counts: 虚构\n  source: 无\n`, at: 'invented:', says: ['invented（7台）没有一处讲稿念到'] },
  { name: 'an entry of the ledger without its source', file: LEDGER, edit: swap('  counts: 蹲点人员走访的贫困学生家庭\n  source: 一（二）\n', '  counts: 蹲点人员走访的贫困学生家庭\n'), at: 'families-visited', says: ['families-visited 缺 value、counts 或 source'] },
  { name: 'a derived figure that isn\'t what it is derived from', file: LEDGER, edit: swap('value: 3.3', 'value: 3.5'), at: 'primary-allowance-multiple', says: ['记作 3.5', '应是 3.3'] },
  { name: 'a list for a ledger', file: LEDGER, edit: () => '- 698\n- 18\n', says: ['一笔一项'] },

  // characters
  { name: 'a rare character on a slide', file: REVIEW, edit: swap('label: 贫困学生家庭', 'label: 贫困学生家庭㐂'), at: '㐂', says: ['字体里没有“㐂”（U+3402）；', '请换用《通用规范汉字表》里的字', 'charset.ts'] },
  { name: 'a rare character in a note', file: REVIEW, edit: swap('春节前夕', '春节前夕𠮷'), at: '𠮷', says: ['字体里没有“𠮷”（U+20BB7），演讲者窗口会改用电脑自带的字体', '请换用《通用规范汉字表》里的字'] },
  { name: 'emoji on a slide', file: REVIEW, edit: swap('label: 贫困学生家庭', 'label: 贫困学生家庭😀'), at: '😀', says: ['没有表情符号“😀”（U+1F600）；', '请改用图片或文字，或者删去'] },
  { name: 'emoji of several characters in a note', file: REVIEW, edit: swap('春节前夕', '春节前夕👨‍👩‍👧'), at: '👨‍👩‍👧', says: ['没有表情符号“👨‍👩‍👧”（U+1F468 U+200D ', '请改用文字，或者删去'] },
  { name: 'a garbled character', file: REVIEW, edit: swap('春节前夕', '春节\uFFFD夕'), at: '\uFFFD', says: ['乱码', '存成 UTF-8'] },
]

/** A text as Windows editors save it */
export const byWindows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`

/** What editors and people do that is no mistake */
export const harmlessEdits: Pick<BadEdit, 'name' | 'file' | 'edit'>[] = [
  ...[DECK, REVIEW, LEDGER].flatMap(file => [
    { name: `${file} with Windows line ends`, file, edit: (text: string) => text.replaceAll('\n', '\r\n') },
    { name: `${file} with a byte order mark`, file, edit: (text: string) => `\uFEFF${text}` },
    { name: `${file} with both`, file, edit: byWindows },
  ]),
  { name: 'a part with backslashes', file: DECK, edit: swap('./pages/1-review.md', '.\\pages\\1-review.md') },
  { name: 'a range of pages of a part', file: DECK, edit: swap('1-review.md', '1-review.md#1-') },
  { name: 'tabs in a note', file: REVIEW, edit: swap('\n春节前夕', '\n\t春节前夕') },
  { name: 'spaces and tabs at line ends', file: REVIEW, edit: text => text.replaceAll('\n', ' \t\n').replace(/^--- \t$/gm, '---') },
  { name: 'empty lines at the end', file: TASKS, edit: text => `${text}\n\n\n` },
  { name: 'rare characters of names on a slide', file: REVIEW, edit: swap('label: 贫困学生家庭', 'label: 贫困学生家庭𬱖㛃䶮') },
  { name: 'rare characters of names in a note', file: REVIEW, edit: swap('春节前夕', '春节前夕𬱖㛃䶮') },
  { name: 'a comment in frontmatter', file: REVIEW, edit: swap('layout: quote', '# 𠮷 还没有定\nlayout: quote') },
  { name: 'a smaller-than sign', file: REVIEW, edit: slide(...statement, '甲 < 乙，a<b') },
  { name: 'code', file: REVIEW, edit: slide(...statement, '`<div>` 和 `{{ x`', '', '```html', '<!-- <div> {{', '```') },
  { name: 'tags that need no end', file: REVIEW, edit: slide(...statement, '爱<br>国<wbr>家', '', '<hr>') },
  { name: 'components of ours and of Slidev', file: REVIEW, edit: slide(...statement, '<StatCounter :value="698" unit="户" />', '', '<stat-counter :value="698" unit="户" />', '', '<v-clicks>', '', '- 一', '', '</v-clicks>') },
  { name: 'style and script of a slide', file: REVIEW, edit: slide(...statement, '<style>', 'h2 { color: red }', '</style>', '', '<script setup>', 'const a = \'</div>\'', '</script>') },
  { name: 'a note about links and brackets', file: REVIEW, edit: swap('春节前夕', '[注]（block）[link] 春节前夕') },
  { name: 'an empty item that a layout can do without', file: REVIEW, edit: swap('glyph: 爱', 'glyph:') },
  { name: 'a slide that is hidden', file: REVIEW, edit: slide('hide: true', 'layout: statement', 'statement: 暂时不讲', '---', '', '## 暂时不讲') },
]

/** The whole deck as Windows editors may save it */
export const windowsEdits: Record<string, (text: string) => string> = {
  [DECK]: text => byWindows(text.replaceAll('./pages/', '.\\pages\\')),
  [REVIEW]: byWindows,
  'pages/2-analysis.md': byWindows,
  [TASKS]: byWindows,
  [LEDGER]: byWindows,
}
