import { promiseTimeout } from '@vueuse/core'
import { DRAWN } from '../pdf/drawn'
import { RELEASE } from './hold-export'
import { keepLines } from './keep-lines'

/**
 * Lets Slidev's export, which hold-export.ts keeps waiting, go on when all slides stand.
 *
 * @param editable whether their lines are to stay as they are in a file whose text can be edited
 */
export async function releaseExport(editable: boolean): Promise<void> {
  while (!isDrawn() || document.fonts.status === 'loading')
    await promiseTimeout(100)
  if (editable)
    document.querySelectorAll('.print-slide-container').forEach(keepLines)
  document.getElementById('app')!.insertAdjacentHTML('beforeend', `<i class="${RELEASE}" style="position: fixed; width: 1px; height: 1px"></i>`)
}

function isDrawn(): boolean {
  const slides = [...document.querySelectorAll('.print-slide-container')]
  return slides.length > 0 && slides.every(slide => slide.matches(DRAWN)) && [...document.images].every(({ complete, loading }) => complete || loading === 'lazy')
}
