/** `npm run check:words`: punctuation, numerals and wording of the slides, the notes and the ledger. */
import process from 'node:process'
import { checkWords } from './lib/check-words'
import { root } from './lib/deck'

const findings = await checkWords(root)
for (const { file, line, column, found, advice } of findings)
  console.log(`${file}:${line}:${column}  「${found}」${advice}`)
console.log(findings.length > 0 ? `\n用字和标点有 ${findings.length} 处要改，见上。` : '用字和标点：没有发现问题。')
process.exitCode = findings.length > 0 ? 1 : 0
