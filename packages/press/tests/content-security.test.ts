import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contentSecurity, withPolicy } from '../portable/content-security'

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const page = (head: string, body = '') => `<!doctype html><html><head>\n<meta charset="utf-8">\n${head}</head><body>${body}</body></html>`

function policyOf(html: string): Record<string, string[]> {
  const content = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)![1]
  return Object.fromEntries(content.split('; ').map(directive => directive.split(' ')).map(([name, ...sources]) => [name, sources]))
}

describe('withPolicy', () => {
  it('allows inline scripts and styles by their hash, character by character', () => {
    const html = page('<style crossorigin>a > b {}\n</style>', '<script type="module">if (1 < 2) say("<style>")</script><noscript><style>p {}</style></noscript>')
    const policy = policyOf(withPolicy(html, []))
    expect(policy['script-src']).toEqual([sha256('if (1 < 2) say("<style>")')])
    expect(policy['style-src']).toEqual([sha256('a > b {}\n'), sha256('p {}')])
    expect(policy['default-src']).toEqual(['\'none\''])
    expect(policy).not.toHaveProperty('connect-src')
  })

  it('allows files beside the page where there are any, and no inline script', () => {
    const policy = policyOf(withPolicy(page('<script type="module" src="/a.js"></script>'), ['\'self\'']))
    expect(policy['script-src']).toEqual(['\'self\''])
    expect(policy['connect-src']).toEqual(['\'self\''])
  })

  it('allows a style that scripts put in, by its text', () => {
    expect(policyOf(withPolicy(page(''), [], ['* {}']))['style-src']).toEqual([sha256('* {}')])
  })

  it('never allows whatever is inline, nor eval', () => {
    expect(withPolicy(page('<script>1</script>'), ['\'self\''])).not.toContain('unsafe')
  })

  it('allows all styles, and no more scripts, where a library draws with styles of its own', () => {
    const policy = policyOf(withPolicy(page('<style>p {}</style><script>1</script>'), ['\'self\''], [], true))
    expect(policy['style-src']).toEqual(['\'self\'', '\'unsafe-inline\''])
    expect(policy['script-src']).toEqual(['\'self\'', sha256('1')])
  })

  it('allows sound and film of the deck’s own', () => {
    expect(policyOf(withPolicy(page(''), ['\'self\'']))['media-src']).toContain('\'self\'')
  })

  it('stands before every script and style', () => {
    const html = withPolicy(page('<script>1</script><style></style>'), [])
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<script|<style/))
  })

  it('refuses a page that it can’t be put into', () => {
    expect(() => withPolicy('<html></html>', [])).toThrow('charset')
  })
})

describe('the policy of a deck', () => {
  /** What it says of styles, with a slide of this content and a component of this text */
  function stylesAllowed(content: string, component = '<template>\n  <p>好</p>\n</template>\n'): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'policy-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'components'))
    writeFileSync(join(folder, 'components/OwnPart.vue'), component)
    const plugins = contentSecurity({ data: { slides: [{ content: '# 题' }, { content }] }, roots: [folder] } as unknown as Parameters<typeof contentSecurity>[0])
    const { handler } = plugins.find(({ name }) => name === 'deck:content-security')!.generateBundle as unknown as { handler: (options: unknown, bundle: Record<string, { source: string }>) => void }
    const bundle = { 'index.html': { type: 'asset', fileName: 'index.html', source: page('<style>p {}</style>') } }
    handler({}, bundle)
    return policyOf(bundle['index.html'].source)['style-src']
  }

  it.each([
    '```mermaid\ngraph LR\n甲 --> 乙\n```',
    '<Mermaid code="graph LR" />',
    '一段<span v-mark.underline="1">要紧</span>的话',
    '```ts {1|2}\nconst a = b\n```',
    '$E = mc$',
  ])('lets be drawn what one slide has: %s', (content) => {
    expect(stylesAllowed(content)).toContain('\'unsafe-inline\'')
  })

  it.each(['<template>\n  <b v-mark.circle="1">好</b>\n</template>', '<template>\n  <Mermaid :code-lz="code" />\n</template>'])('lets be drawn what a component of its own has: %s', (component) => {
    expect(stylesAllowed('<OwnPart />', component)).toContain('\'unsafe-inline\'')
  })

  it.each(['# 一句话\n\n- 甲\n- 乙', '收费 $5', '<video src="/film.webm" controls></video>'])('lets no style in for %s', (content) => {
    expect(stylesAllowed(content)).toEqual(['\'self\'', sha256('p {}')])
  })
})
