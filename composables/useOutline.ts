import type { Part, Place } from 'slidev-addon-speech/outline'
import type { ComputedRef } from 'vue'
import { useNav } from '@slidev/client'
import { outlineOf, placeOf } from 'slidev-addon-speech/outline'
import { computed } from 'vue'

/**
 * The parts of the speech and the place of a page in them, read from the deck
 * itself: agenda, dividers and footers all ask here, so that adding a part is
 * one line in slides.md.
 */
export function useOutline(): {
  parts: ComputedRef<Part[]>
  total: ComputedRef<number>
  placeOfPage: (page: number) => Place
} {
  const { slides, total } = useNav()

  const parts = computed(() => outlineOf(slides.value.map(({ no, meta }) => ({
    page: no,
    title: meta.slide.title,
    ...meta.slide.frontmatter,
  }))))

  const lastPage = computed(() =>
    slides.value.findLast(({ meta }) => meta.layout !== 'closing')?.no ?? 0)

  return {
    parts,
    total,
    placeOfPage: page => placeOf(parts.value, page, lastPage.value),
  }
}
