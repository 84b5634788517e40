import { say } from '../languages/say'

/** Faces by name, each with the one that stands for it */
export type Faces = Record<string, string>

/** For the faces of these packages, those that every Windows has, and WPS on it */
export const FACES: Faces = { 'Noto Serif SC': '宋体', 'Noto Sans SC': '微软雅黑', 'Source Serif 4': 'Times New Roman' }

/**
 * @param option of the command line: `Noto Serif SC=方正小标宋简体,Noto Sans SC=黑体`
 * @throws Error if it can't be read
 */
export function parseFaces(option: string): Faces {
  return Object.fromEntries(option.split(/[,，]/).map((pair) => {
    const [face, instead, ...more] = pair.split('=').map(name => name.trim())
    if (!face || !instead || more.length > 0 || /["<>&]/.test(instead))
      throw new Error(say.exporting.pair(pair))
    return [face, instead]
  }))
}
