import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from 'slidev-addon-speech/deck'
import { windowsEdits } from 'slidev-addon-speech/tests/support/broken-decks'
import { expect, it } from 'vitest'
import { copyDeck } from '../support/copy-deck'
import { buildIn } from './support/build-variant'

/** Every run of Chinese in a build's scripts and page, in order of the alphabet: what it can say */
function words(dist: string): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(file => file === 'index.html' || file.endsWith('.js'))
  return files.flatMap(file => readFileSync(join(dist, file), 'utf8').match(/\p{Script=Han}+/gu) ?? []).sort()
}

it('a deck saved by Windows editors, with their line ends, marks and backslashes, builds to the same words', () => {
  const folder = copyDeck('windows')
  const { 'slides.md': editDeck, 'pages/1-review.md': editPart } = windowsEdits
  for (const [file, edit] of [['slides.md', editDeck], ['pages/1-review.md', editPart], ['pages/2-tasks.md', editPart], ['figures.yaml', editPart]] as const)
    writeFileSync(join(folder, file), edit(readFileSync(join(root, file), 'utf8')))
  const built = words(buildIn(folder))
  expect(built.length).toBeGreaterThan(300)
  expect(built).toEqual(words(join(root, 'dist')))
})
