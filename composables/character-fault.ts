/**
 * What is wrong with a character that a slide should write, for the person who typed it; undefined if nothing is.
 *
 * @param character as the slide has it
 * @param hasStrokes whether strokes/ has a file for a character
 */
export function characterFault(character: unknown, hasStrokes: (character: string) => boolean): string | undefined {
  if (typeof character !== 'string' || !/^\p{Script=Han}$/u.test(character))
    return `须是一个汉字，而不是 ${JSON.stringify(character)}；请改正`
  if (!hasStrokes(character))
    return `“${character}”还没有笔画，写不出来；请运行 npm run strokes -- ${character}`
}
