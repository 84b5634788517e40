import { say } from '../languages/say'
import { checkRegister, checkWords } from '../words/check-words'

/**
 * Says on the terminal what `npm run check:words` finds in a deck.
 * @param root the folder that holds slides.md
 * @returns whether there is nothing to mend; a warning is none
 */
export async function reportWords(root: string): Promise<boolean> {
  const warnings = await checkRegister(root)
  for (const { file, line, column, found, advice } of warnings)
    console.log(`${file}:${line}:${column}  ${say.words.reminder}「${found}」${advice}`)
  if (warnings.length > 0)
    console.log(`\n${say.words.reminders(warnings.length)}\n`)

  const findings = await checkWords(root)
  for (const { file, line, column, found, advice } of findings)
    console.log(`${file}:${line}:${column}  「${found}」${advice}`)
  console.log(findings.length > 0 ? `\n${say.words.faults(findings.length)}` : say.words.fine)
  return findings.length === 0
}
