import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../scripts/lib/deck'
import { copyDeck } from '../support/copy-deck'
import { windowsEdits } from '../unit/support/broken-decks'
import { buildIn } from './support/build-variant'

/** Every run of Chinese in a build's scripts and page, in order of the alphabet: what it can say */
function words(dist: string): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(file => file === 'index.html' || file.endsWith('.js'))
  return files.flatMap(file => readFileSync(join(dist, file), 'utf8').match(/\p{Script=Han}+/gu) ?? []).sort()
}

it('a deck saved by Windows editors, with their line ends, marks and backslashes, builds to the same words', () => {
  const folder = copyDeck('windows')
  for (const [file, edit] of Object.entries(windowsEdits))
    writeFileSync(join(folder, file), edit(readFileSync(join(root, file), 'utf8')))
  const built = words(buildIn(folder))
  expect(built.length).toBeGreaterThan(1000)
  expect(built).toEqual(words(join(root, 'dist')))
})
