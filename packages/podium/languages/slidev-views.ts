import type { Plugin } from 'vite'
import type { Words } from './en'
import { SLIDEV_IN_CHINESE } from './slidev.zh-CN'
import { wordsOf } from './words-of'

/** What is found in one of Slidev's files, and what takes its place, wherever it stands */
type Edit = [found: string | RegExp, instead: string]

/**
 * What Slidev's views lack for people who work by keyboard or with a screen reader (WCAG 2.2, 1.3.1, 2.1.1, 4.1.2),
 * and what is not wanted of them. It has no settings for that.
 */
function controls({ parts, script }: Words): Record<string, Edit[]> {
  return {
    'internals/NoteDisplay.vue': [['slidev-note"', `slidev-note" role="group" aria-label="${script.note}" tabindex="0"`]], // it scrolls
    'internals/NoteEditable.vue': [['ref="inputEl"', `ref="inputEl" aria-label="${script.note}"`]],
    'pages/notes-edit.vue': [['<textarea', `<textarea aria-label="${script.note}"`]],
    'pages/overview.vue': [
      ['class="absolute z-2 top-0 right-0', `role="region" aria-label="${parts.counts}" class="absolute z-2 top-0 right-0`],
      [/ ·\s+\{\{ totalWords \}\} words/, ''], // a build has no notes to count
      // a slide that is still to come counts for none
      ['totalClicks + slides.length - 1', 'slides.every(route => getClicksContext(route).isMounted) ? totalClicks + slides.length - 1 : "…"'],
    ],
    'internals/Goto.vue': [
      ['id="slidev-goto-dialog"', `id="slidev-goto-dialog" role="search" aria-label="${parts.goto}"`],
      ['<ul table', `<ul role="listbox" aria-label="${parts.found}" table`],
      ['role="button"', 'role="option" :aria-selected="selectedIndex === index" @keydown.enter.space.stop.prevent="select(item.no)"'],
    ],
    'internals/QuickOverview.vue': [
      ['v-if="showOverview"\n', `v-if="showOverview" role="dialog" aria-modal="true" aria-label="${parts.allSlides}" @vue:mounted="({ el }) => el.querySelector('.border-primary')?.scrollIntoView({ block: 'center' })"\n`],
      // A card has a button over it, named by the slide; its own words and links are only to be looked at.
      ['class="inline-block border', 'class="relative inline-block border'],
      ['class="pointer-events-none"', 'inert class="pointer-events-none"'],
      // eslint-disable-next-line no-template-curly-in-string
      ['</SlideContainer>', '</SlideContainer><button type="button" class="absolute inset-0" @keydown.enter.space.stop @keypress.enter.space.stop :aria-label="`${route.no} ${route.meta.slide.title ?? \'\'}`" @click.stop="go(route.no)" />'],
    ],
    // Slidev opens its menus by a button within a button, of which a screen reader hears neither
    'internals/MenuButton.vue': [['<button :class', '<button :aria-expanded="value" :class']],
    'internals/NavControls.vue': [
      ['title="More Options"', 'as="span" title="More Options"'],
      // its own sync, which windows/useDeckSync.ts replaces
      [/<SyncControls v-if="[^"]*" \/>/, ''],
      // a box of the deck's title and a link to Slidev's page in the internet, which no key closes
      ['v-if="!isPresenter && configs.info && !isEmbedded"', 'v-if="false"'],
    ],
    // Lightning CSS would write `(aspect-ratio >= 1)`, which Chromium 109 doesn't take
    'pages/presenter.vue': [['@media (min-aspect-ratio: 1/1)', '@media (orientation: landscape)']],
  }
}

/** A text between tags or braces, or a string: found whole */
function wholeWord(word: string): RegExp {
  return new RegExp(`(?<=(?:["'\`>]|\\}\\})\\s*)${word.replaceAll(/[.*+?^$|{}()[\]\\]/g, '\\$&')}(?=\\s*(?:["'\`<]|\\{\\{))`, 'g')
}

/** All edits of Slidev's client, by its files, in the order in which they are made */
export function editsFor(words: Words): Record<string, Edit[]> {
  const edits = controls(words)
  if (words.lang === 'zh-CN') {
    for (const [file, table] of Object.entries(SLIDEV_IN_CHINESE))
      edits[file] = [...edits[file] ?? [], ...Object.entries(table).map(([word, chinese]): Edit => [wholeWord(word), chinese])]
  }
  return edits
}

/**
 * Makes the edits in one of Slidev's files.
 *
 * @param file its path in @slidev/client
 * @throws an error that names the file and what it no longer has, for instance after an upgrade of Slidev
 */
export function edit(file: string, code: string, edits: Edit[]): string {
  return edits.reduce((text, [found, instead]) => {
    const edited = text.replaceAll(typeof found === 'string' ? found : new RegExp(found, 'g'), () => instead)
    if (edited === text)
      throw new Error(`@slidev/client/${file} no longer has ${found}, which slidev-addon-podium replaces in languages/slidev-views.ts or slidev.zh-CN.ts: look at what Slidev has there now.`)
    return edited
  }, code)
}

/**
 * Slidev's views in the language of the deck, and fit for keyboards and screen readers, from the moment they are compiled.
 *
 * @param lang of the deck's headmatter
 */
export function slidevViews(lang: unknown): Plugin {
  const edits = editsFor(wordsOf(lang))
  return {
    name: 'podium:slidev-views',
    enforce: 'pre',
    transform: {
      // not what another plugin puts in a file's place, as one that fetches dialogs later does
      filter: { id: { include: /@slidev\/client\/(?:pages|internals|setup)\/[\w-]+\.(?:vue|ts)$/, exclude: /^\0/ } },
      handler(code, id) {
        const file = id.slice(id.lastIndexOf('@slidev/client/') + '@slidev/client/'.length)
        return edits[file] && { code: edit(file, code, edits[file]), map: null }
      },
    },
  }
}
