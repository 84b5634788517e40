/**
 * Whether the people who present a deck, and mend it, read Chinese.
 *
 * @param lang as the headmatter has it; Chinese of any region and script
 */
export function isChinese(lang: unknown): boolean {
  return /^zh\b/i.test(String(lang))
}
