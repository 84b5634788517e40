import { describe, expect, it } from 'vitest'
import { parseManuscriptOptions } from '../manuscript/manuscript-options'

describe('options of npm run manuscript', () => {
  it.each<[string[], object]>([
    [[], { podium: false, cues: true, help: false }],
    [['--podium'], { podium: true, cues: true }],
    [['--no-cues'], { cues: false }],
    [['--output', '讲话稿.docx'], { output: '讲话稿.docx' }],
    [['-h'], { help: true }],
  ])('%j', (args, options) => {
    expect(parseManuscriptOptions(args)).toMatchObject(options)
  })

  it.each([
    [['--large'], '--help'],
    [['讲话稿.docx'], '--help'],
    [['--output'], '--help'],
    [['--output', '讲话稿.doc'], '.docx'],
    [['--output', ''], '.docx'],
  ])('%j is refused, with what to do', (args, remedy) => {
    expect(() => parseManuscriptOptions(args)).toThrow(remedy)
  })
})
