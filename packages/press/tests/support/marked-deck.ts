import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A short speech with every mark that a note can hold, in two files */
export const MARKED_DECK: Record<string, string> = {
  'slides.md': `---
title: 办好教育，开启新程
layout: cover
subtitle: 在会上的讲话
byline: 区教育局
---

# 办好教育

<!--
同志们：

今天，我们召开全区教育工作会议。会议的任务有两项，一是总结，二是部署。
-->

---
layout: points
# 这里的注释要留着
points: [{ title: 总结 }, { title: 部署 }]
---

## 两项任务

<!-- 正文里的注释 <b>留着</b> -->

<!--
先讲总结。一年来，全区师生**守望相助**，取得了／可喜的成绩。

[click] 再讲部署。新学年要在**五个方面**下功夫【待核：是否五个方面】，一项一项抓好落实。【翻页】
-->

---
src: ./pages/1.md
---

---
layout: closing
---

# 谢谢

<!--
同志们，收心重在定心，动员贵在行动！

“一切为了孩子。”让我们
为办好人民满意的教育而努力奋斗！∥

谢谢大家！
-->
`,
  'pages/1.md': `---
layout: section
subtitle: 双胜利
---

# 凝心聚力

<!--
下面，我讲第一个方面：凝心聚力，担当作为。
-->

---
layout: figure
chapter: 停课不停学
---

## 698户

<!--
疫情期间，我们逐户摸排，为698户困难家庭的701名学生送去了设备。
[click] 没有一名学生因设备问题上不了网课。

[click:2] 2月11日，线上教学全面铺开；教师用 Windows
电脑直播，学生用手机听课。
-->

---
layout: picture
---

## 只有画面

<!--
【翻页】
-->

---
layout: points
chapter: 平安复学
---

## 平安复学

<!--
复学以来，一校一案、一班一策，**医生驻校**、警力护校，师生平安。

各校都同定点医院结了对子。[click] 每所学校有一名驻校医生。

投入【待核：投入金额】，改扩建学校6所。
-->

---
layout: points
draft: true
---

## 拟稿的一页

<!--
下一步，要把好的做法坚持下去，把短板补上来。

各学校、各科室要对照清单，逐项落实到人、落实到天。
-->
`,
}

export function writeDeck(folder: string, files = MARKED_DECK) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
