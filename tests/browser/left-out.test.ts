import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { root } from 'slidev-addon-speech/deck'
import { describe, expect, it } from 'vitest'
import { sharedBrowser } from './support/browser'
import { buildVariant } from './support/build-variant'

const scripts = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js')).map(file => readFileSync(join(folder, file), 'utf8')).join('\n')
const headmatter = readFileSync(join(root, 'slides.md'), 'utf8').split('\n---')[0]

describe('what the deck does not use', () => {
  it('is not in its build', () => {
    expect(scripts(join(root, 'dist'))).not.toMatch(/rough-annotation|v-popper|createDrauu/)
  })

  it('comes back with the first slide that uses it', async () => {
    const folder = buildVariant('features', `${headmatter}\n---\n\n# 代码与记号\n\n\`\`\`ts\nconst 面数 = 3\n\`\`\`\n\n<p v-mark.underline>记号</p>\n`)
    const server = await serveFolder(folder)
    const page = await (await sharedBrowser()).newPage()
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(server.url)
    await page.locator('.rough-annotation').first().waitFor({ state: 'attached' })
    expect(await page.locator('pre.shiki').textContent()).toContain('const 面数 = 3')
    expect(await page.locator('pre.shiki').evaluate(code => getComputedStyle(code).getPropertyValue('--slidev-code-background'))).toBeTruthy()
    expect(errors).toEqual([])
    await page.close()
    await server.close()
  })
})
