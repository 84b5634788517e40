import type { ResolvedSlidevOptions } from '@slidev/types'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { holdExport } from '../pptx/hold-export'

/** The page that Slidev hands out once its server is configured */
function pageAfter(indexHtml: string): string {
  const options = { utils: { indexHtml } } as ResolvedSlidevOptions
  for (const { configResolved } of holdExport(options))
    (configResolved as () => void)()
  return options.utils.indexHtml
}

describe('what Slidev’s export to PowerPoint waits for', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('stands in the page before any script has run', () => {
    vi.stubEnv('VITE_PPTX', 'pictures')
    expect(pageAfter('<body><div id="app"></div></body>')).toBe('<body><div id="app" data-waitfor=".slides-stand"></div></body>')
  })

  it('stands in no other page', () => {
    vi.stubEnv('VITE_PPTX', undefined)
    expect(pageAfter('<div id="app"></div>')).toBe('<div id="app"></div>')
  })

  it('is missed when Slidev’s page is another', () => {
    vi.stubEnv('VITE_PPTX', 'editable')
    expect(() => pageAfter('<main></main>')).toThrow('hold-export.ts')
  })
})
