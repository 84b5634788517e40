/** `npm run check:words`: punctuation, numerals and wording of the slides, the notes and the ledger; of register it only warns. */
import process from 'node:process'
import { root } from '../deck'
import { checkRegister, checkWords } from '../words/check-words'

await main().catch((error: Error) => {
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const warnings = await checkRegister(root)
  for (const { file, line, column, found, advice } of warnings)
    console.log(`${file}:${line}:${column}  提醒：「${found}」${advice}`)
  if (warnings.length > 0)
    console.log(`\n语体有 ${warnings.length} 处提醒，不算错；确实要这样说，就在 words.yaml 的 silenced 里写明理由。\n`)

  const findings = await checkWords(root)
  for (const { file, line, column, found, advice } of findings)
    console.log(`${file}:${line}:${column}  「${found}」${advice}`)
  console.log(findings.length > 0 ? `\n用字和标点有 ${findings.length} 处要改，见上。` : '用字和标点：没有发现问题。')
  process.exitCode = findings.length > 0 ? 1 : 0
}
