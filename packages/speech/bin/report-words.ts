import { checkRegister, checkWords } from '../words/check-words'

/**
 * Says on the terminal what `npm run check:words` finds in a deck.
 * @param root the folder that holds slides.md
 * @returns whether there is nothing to mend; a warning is none
 */
export async function reportWords(root: string): Promise<boolean> {
  const warnings = await checkRegister(root)
  for (const { file, line, column, found, advice } of warnings)
    console.log(`${file}:${line}:${column}  提醒：「${found}」${advice}`)
  if (warnings.length > 0)
    console.log(`\n语体有 ${warnings.length} 处提醒，不算错；确实要这样说，就在 words.yaml 的 silenced 里写明理由。\n`)

  const findings = await checkWords(root)
  for (const { file, line, column, found, advice } of findings)
    console.log(`${file}:${line}:${column}  「${found}」${advice}`)
  console.log(findings.length > 0 ? `\n用字和标点有 ${findings.length} 处要改，见上。` : '用字和标点：没有发现问题。')
  return findings.length === 0
}
