import type { SlideInfo } from '@slidev/types'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strings } from 'slidev-addon-noto-sc/passages'
import { loadDeck, root } from 'slidev-addon-speech/deck'
import { stringify } from 'yaml'
import { copyDeckTo } from '../../tests/support/copy-deck'

/** This deck's slides, the cover once and the others over and over, as many as asked for */
async function slidesOf(size: number): Promise<SlideInfo[]> {
  const { slides: [cover, ...rest] } = await loadDeck()
  return [cover, ...Array.from({ length: size - 1 }, (_, index) => rest[index % rest.length])]
}

/** A deck of as many slides, with everything else as it is here; without the ledger, since a deck of another size says other figures */
export async function deckOf(folder: string, size: number) {
  copyDeckTo(folder, ['slides.md', 'pages', 'figures.yaml'])
  writeFileSync(join(folder, 'slides.md'), (await slidesOf(size)).map(({ source }) => source.raw.trim()).join('\n\n'))
}

/**
 * The same content as plain Slidev: its default theme and layouts, headings, lists and notes, and no more settings than
 * to leave the network alone. Where this deck reveals something click by click, so does the list.
 */
export async function stockDeckOf(folder: string, size: number) {
  empty(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }') // else Slidev would take this deck's addons
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const slides = (await slidesOf(size)).map(({ title, content, frontmatter, note }, index) => {
    const head = index === 0 ? { theme: 'default', title, fonts: { provider: 'none' }, favicon: 'data:,', remoteAssets: false } : { title }
    const { layout, title: _, ...shown } = frontmatter
    const items = index === 0 ? [shown.eyebrow, shown.subtitle, shown.byline] : strings(shown)
    const list = items.map(item => `- ${item}`).join('\n')
    const words = content.replaceAll(/<[^>]+>/g, '').replaceAll(/^#+\s*/gm, '')
    return `---\n${stringify(head)}---\n\n# ${title ? words.split('\n')[0] : ''}\n\n${layout === 'steps' ? `<v-clicks>\n\n${list}\n\n</v-clicks>` : list}\n\n<!--\n${note ?? ''}\n-->`
  })
  writeFileSync(join(folder, 'slides.md'), slides.join('\n\n'))
}

function empty(folder: string) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}
