/** One font file and what it is used for. The rules in styles/fonts.css follow this list. */
export interface Face {
  /** File in fonts/ */
  file: string
  family: 'Noto Serif SC' | 'Noto Sans SC' | 'Source Serif 4'
  weight: 400 | 500 | 600 | 700 | 900
  /**
   * What the face draws:
   * - `slides`: slides and the interface
   * - `everything`: these and the speaker notes
   * - `figures`: only figures; never subset, because its licence reserves the name "Source" for unmodified files
   */
  text: 'slides' | 'everything' | 'figures'
}

export const faces: Face[] = [
  { file: 'noto-serif-sc-700.woff2', family: 'Noto Serif SC', weight: 700, text: 'slides' },
  { file: 'noto-serif-sc-900.woff2', family: 'Noto Serif SC', weight: 900, text: 'slides' },
  { file: 'noto-sans-sc-400.woff2', family: 'Noto Sans SC', weight: 400, text: 'everything' },
  { file: 'noto-sans-sc-500.woff2', family: 'Noto Sans SC', weight: 500, text: 'slides' },
  { file: 'noto-sans-sc-700.woff2', family: 'Noto Sans SC', weight: 700, text: 'everything' },
  { file: 'source-serif-4-600.woff2', family: 'Source Serif 4', weight: 600, text: 'figures' },
]

/** The faces that draw Chinese: all cover fonts/charset.txt, and a build subsets them. */
export const chineseFaces = faces.filter(face => face.text !== 'figures')
