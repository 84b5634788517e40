import { describe, expect, it } from 'vitest'
import { hasDisplay, parseStartOptions } from '../bin/start-options'
import { chinese } from '../languages/zh-CN'

describe('npm start', () => {
  it.each([
    [[], { port: 3030, open: true, remote: false, help: false }],
    [['--port', '4000'], { port: 4000, open: true, remote: false, help: false }],
    [['--no-open'], { port: 3030, open: false, remote: false, help: false }],
    [['--remote'], { port: 3030, open: true, remote: true, help: false }],
    [['--help'], { port: 3030, open: true, remote: false, help: true }],
  ])('understands %j', (args, options) => {
    expect(parseStartOptions(args, chinese.start)).toEqual(options)
  })

  it.each([
    [['--prot', '4000'], '--prot 4000'],
    [['slides.md'], 'slides.md'],
    [['--port', 'many'], 'many'],
    [['--port', '70000'], '70000'],
  ])('names what is wrong with %j', (args, named) => {
    expect(() => parseStartOptions(args, chinese.start)).toThrow(named)
  })

  it.each([
    ['opens a browser on Windows', 'win32', {}, true],
    ['opens a browser on a Linux desktop', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['opens none on a Linux server', 'linux', {}, false],
    ['opens none in CI', 'darwin', { CI: 'true' }, false],
  ] as const)('%s', (_, platform, env, opens) => {
    expect(hasDisplay(platform, env)).toBe(opens)
  })
})
