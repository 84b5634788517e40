import { closest, distance } from 'fastest-levenshtein'

/** The name that was probably meant; undefined if none is near */
export function nearest(word: string, names: string[]): string | undefined {
  const guess = names.length > 0 ? closest(word.toLowerCase(), names.map(name => name.toLowerCase())) : undefined
  const found = names.find(name => name.toLowerCase() === guess)
  return found && distance(word.toLowerCase(), guess!) <= Math.min(3, Math.ceil(word.length / 3)) ? found : undefined
}
