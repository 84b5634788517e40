import { describe, expect, it } from 'vitest'
import { lanAddresses, newPassword } from '../bin/remote'
import { english } from '../languages/en'
import { judge, remoteGuard } from '../windows/remote-guard'

const PASSWORD = 'k7mq2xva'
function from(remoteAddress: string, url: string, cookie?: string, method = 'GET') {
  return judge({ url, method, headers: { cookie }, socket: { remoteAddress } }, PASSWORD)
}
const PHONE = '192.168.1.23'
const ENTERED = `theme=x; deck-remote=${PASSWORD}`

describe('the guard of a dev server that phones may reach', () => {
  it('lets this computer do all', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(from(address, '/__slidev/slides/1.json', undefined, 'POST')).toBe('welcome')
  })

  it('asks other devices for the password, whatever they want', () => {
    for (const url of ['/', '/presenter/', '/__slidev/slides/1.json', '/@fs/etc/passwd', '/?password=', '/?password=wrong', '/?PASSWORD=k7mq2xva'])
      expect(from(PHONE, url), url).toBe('ask')
    expect(from(PHONE, '/', 'deck-remote=wrong')).toBe('ask')
    expect(from(PHONE, '/', 'deck-remote=')).toBe('ask')
    expect(from(PHONE, '/', `other-deck-remote=${PASSWORD}`)).toBe('ask')
    expect(from('1.127.0.0', '/')).toBe('ask')
  })

  it('lets them in with it, to look and steer but not to write', () => {
    expect(from(PHONE, `/presenter/?password=${PASSWORD}`)).toBe('enter')
    expect(from(PHONE, '/presenter/', ENTERED)).toBe('welcome')
    expect(from(PHONE, '/__slidev/slides/1.json', ENTERED, 'POST')).toBe('refuse')
    expect(from(PHONE, '/__open-in-editor?file=slides.md', ENTERED)).toBe('refuse')
  })

  it('is not there unless asked for', () => {
    expect(remoteGuard(english)).toEqual([])
  })
})

describe('the remote', () => {
  it('has a new password each time, without letters that are mistaken for each other', () => {
    const passwords = Array.from({ length: 200 }, newPassword)
    expect(new Set(passwords).size).toBe(200)
    for (const password of passwords)
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{8}$/)
  })

  it('names the addresses of the local network first', () => {
    const info = (address: string, internal = false, family = 'IPv4') => [{ address, internal, family }] as never
    expect(lanAddresses({ lo: info('127.0.0.1', true), docker: info('172.17.0.1'), vpn: info('10.8.0.2'), wifi: info('192.168.1.5'), six: info('fe80::1', false, 'IPv6') }))
      .toEqual(['192.168.1.5', '10.8.0.2', '172.17.0.1'])
  })
})
