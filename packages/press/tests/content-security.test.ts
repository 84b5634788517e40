import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { withPolicy } from '../portable/content-security'

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
