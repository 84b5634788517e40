import type { LedgerEntry } from '../check/ledger'
import { describe, expect, it } from 'vitest'
import { unknownFigures } from '../check/ledger'
import { quantitiesIn } from '../check/quantities'

const quotes = (text: string) => quantitiesIn(text).map(({ quote }) => quote)

describe('a number that counts nothing is no figure:', () => {
  it.each([
    ['the order of an item', '1. 抓班子\n2、抓队伍\n（3）抓落实'],
    ['the order in a sentence', '（1）定要求，（2）立办法'],
    ['the name of a point', '第1点，第2条，第3项，第4部分，第5个方面'],
    ['the number of a document', '教发〔2026〕12号、（2026）3号文件'],
    ['a time', '上午9:30开会，14：05结束'],
    ['a name with a letter', '5G网络、A4纸、T3航站楼、K-12教育、3D打印、GB/T 9704—2012'],
    ['a telephone', '电话0799-1234567，手机13812345678，拨打12345热线'],
    ['an address', 'https://example.com/a/2026?n=3 或 a1@example.com'],
    ['a file', '走访照片2020.jpg、/照片/a%20b.png'],
    ['an attachment', '见附件2、附表3'],
    ['a Chinese ordinal that opens a point', '第一，凝聚新思想。第二、形成新合力'],
    ['everyday words', '一定、一切、一些、一起、统一、万众一心、三个方面、第一时间、千方百计、三年级'],
    ['one that means “a”', '一位小学教师、一所中学、一个孩子、一次会议'],
    ['a weekday or grade', '周三、星期五、高三、初二'],
    ['numbered Chinese items', '一、总结\n（二）部署'],
  ])('%s', (_, text) => {
    expect(quotes(text)).toEqual([])
  })
})

describe('a figure is quoted with its whole word:', () => {
  it.each([
    ['走访698户贫困家庭', ['698户']],
    ['投入1.4亿元，共12,345名', ['1.4亿元', '12,345名']],
    ['同比下降3.2个百分点', ['3.2个百分点']],
    ['需要3—5万个，增长63%～68%', ['3—5万个', '63%～68%']],
    ['2月3日至4月7日，2018—2022年，2026年', ['2月3日至4月7日', '2018—2022年', '2026年']],
    ['新增１２个，占２８．６％', ['１２个', '２８．６％']],
    ['教学通2.0培训', ['2.0培训']],
    ['气温-3度', ['-3度']],
    ['全长3km，用5分钟', ['3km', '5分钟']],
    ['获全省第四名，文科第一', ['第四名', '第一']],
    ['奋战一个多月，提前一个月', ['一个多月', '一个月']],
    ['推进三个课堂，还有四个问题，三个学段', ['三个课堂', '四个问题', '三个学段']],
    ['第七届成果，三百五十人，百分之二十八', ['第七届成果', '三百五十人', '百分之二十八']],
    ['增至三倍，占三分之一', ['三倍', '三分之一']],
    ['二〇二六年，十二名', ['二〇二六年', '十二名']],
  ])('%s', (text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })
})

describe('the ledger accounts for', () => {
  const entry = (value: number | string, unit?: string, written?: string) => ({ key: 'a', value, unit, written, counts: '', source: '' })

  it.each<[string, string, ...LedgerEntry[]]>([
    ['a minus that the words say', '同比下降3.2个百分点', entry(-3.2, '个百分点')],
    ['a minus by its sign', '增幅−3.2个百分点', entry(-3.2, '个百分点')],
    ['full-width digits', '新增１２个', entry(12, '个')],
    ['a number in Chinese characters', '新增十二名，两次', entry(12, '名'), entry(2, '次')],
    ['a date in Chinese characters', '二月三日', entry('2月3日')],
    ['a range', '3—5万个', entry('3—5万', '个')],
    ['the ends of a range', '2月3日至4月7日', entry('2月3日'), entry('4月7日')],
    ['the head of the words that it is written in', '全省第四', entry(4, '名', '第四名')],
  ])('%s', (_, text, ...ledger) => {
    expect(unknownFigures(text, ledger)).toEqual([])
  })

  it.each([
    ['a rise', '同比上升3.2个百分点', entry(-3.2, '个百分点'), '3.2个百分点'],
    ['another number of the same thing', '新增十三名', entry(12, '名'), '十三名'],
    ['other things of the same number', '三个文件', entry(3, '个', '三个课堂'), '三个文件'],
    ['another rank', '全省第五', entry(4, '名', '第四名'), '第五'],
    ['a longer number', '一百一十二名', entry(12, '名'), '一百一十二名'],
  ])('not for %s', (_, text, ledger, unknown) => {
    expect(unknownFigures(text, [ledger])).toEqual([unknown])
  })
})
