import { join } from 'node:path'
import { resolveOptions } from '@slidev/cli'
import { expect, it } from 'vitest'
import { loadDeck, root } from '../deck'
import { folderOf, rootsOf } from '../roots'

it('the folders of theme, addons and deck are those that Slidev resolves', async () => {
  const { headmatter } = await loadDeck()
  const { roots } = await resolveOptions({ entry: join(root, 'slides.md') }, 'build')
  expect(rootsOf(root, headmatter).toSorted()).toEqual(roots.toSorted())
}, 30_000)

it('what is not installed is nowhere', () => {
  expect(folderOf('theme', 'nothing-of-the-kind', root)).toBeUndefined()
  expect(folderOf('addon', './nothing', root)).toBeUndefined()
  expect(() => rootsOf(root, { addons: ['nothing-of-the-kind'] })).toThrow('nothing-of-the-kind')
})
