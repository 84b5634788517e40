import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packAll } from '../../scripts/pack'
import { sample } from '../support/soaking'
import { makeStockDeck, removeDeck } from '../support/stock-deck'

const COMMANDS = ['press/bin/build', 'press/bin/export', 'press/bin/portable', 'press/bin/manuscript', 'speech/bin/check', 'speech/bin/check-words', 'podium/bin/start']

/** Commands of the packages in somebody's English deck, as npm unpacks them there */
describe('in an English deck', { timeout: 120_000 }, () => {
  let folder: string
  const tarballs = mkdtempSync(join(tmpdir(), 'tarballs-'))
  beforeAll(() => {
    folder = makeStockDeck({ theme: 'default', addons: ['press'], tarballs: packAll(tarballs) })
  }, 60_000)
  afterAll(() => {
    removeDeck(folder)
    rmSync(tarballs, { recursive: true })
  })

  /** @returns how a command ends, and what it says */
  function run(command: string, ...options: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', `slidev-addon-${command}.js`), ...options], { cwd: folder, encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  it.each(COMMANDS)('%s says in English what it does, and how it is called there', (command) => {
    const { status, said } = run(command, '--help')
    expect(status).toBe(0)
    expect(said).toMatch(/^\nUsage: np[mx] /)
    expect(said.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\p{Script=Han}|npm run/u)
  })

  it.each(sample(COMMANDS, 2))('%s refuses in English what it doesn’t know', (command) => {
    const { status, said } = run(command, '--nonsense')
    expect(status).toBe(1)
    expect(said).toContain('--help')
    expect(said).not.toMatch(/\p{Script=Han}/u)
  })

  it('a build says in a few lines what it made, how big, and what to do with it, and touches nothing else', () => {
    for (const file of ['out/mine.pdf', 'dist/index.html', 'dist/of-an-earlier-build.js']) {
      mkdirSync(join(folder, file, '..'), { recursive: true })
      writeFileSync(join(folder, file), '<meta property="slidev:version" content="52.0.0">')
    }
    const { status, said } = run('press/bin/build')
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/^Building…\n\ndist\/ {2}\d+\.\d MB, 3 slides, with all notes\. .*web server\.\n.*npx press-build --attendees\n$/) })
    expect(readdirSync(join(folder, 'out'))).toEqual(['mine.pdf'])
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual(['404.html', '_redirects', 'assets', 'index.html'])
  })

  it('a build that fails says why', () => {
    mkdirSync(join(folder, 'components'))
    writeFileSync(join(folder, 'components/Broken.vue'), '<template><p>{{ open </p></template>')
    writeFileSync(join(folder, 'global-top.vue'), '<template><Broken /></template>')
    const { status, said } = run('press/bin/build')
    for (const name of ['components', 'global-top.vue'])
      rmSync(join(folder, name), { recursive: true })
    expect(status).not.toBe(0)
    expect(said).toContain('Broken.vue')
    expect(said).not.toMatch(/dist\/ {2}/)
  })

  it('the manuscript has an English name, beside the site and not in it', () => {
    const { status, said } = run('press/bin/manuscript')
    expect({ status, said }).toEqual({ status: 0, said: expect.not.stringMatching(/\p{Script=Han}/u) })
    expect(existsSync(join(folder, 'out/Three slides (speech).docx'))).toBe(true)
  })

  it.each([
    ['a layout', '---\nlayout: centre\n---\n\n# Words\n', 'did you mean center?'],
    ['a picture', '![A visit](/visit.jpg)\n', '/visit.jpg is missing; put it into public/'],
    ['a component', '<Conter />\n', 'There is no component <Conter>'],
    ['a part', '---\nsrc: ./more.md\n---\n', 'src names ./more.md'],
    ['a mark in the note', '# Words\n\n<!-- So [clik] there. -->\n', 'write [click]'],
  ])('%s that is wrong is told in English, with what to do', (_, slide, remedy) => {
    const file = join(folder, 'slides.md')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, `${text.trimEnd()}\n\n${slide.startsWith('---') ? '' : '---\n\n'}${slide}`)
    const { status, said } = run('speech/bin/check', '--no-look')
    writeFileSync(file, text)
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining(remedy) })
    expect(said).toMatch(/^\n1 to mend:\n\n {2}slides\.md, line \d+/)
    expect(said).not.toMatch(/\p{Script=Han}/u)
  })

  it.each([
    ['theme', 'theme: nothing-of-the-kind', 'npm install slidev-theme-nothing-of-the-kind'],
    ['theme of Slidev’s own', 'theme: bricks', 'npm install @slidev/theme-bricks'],
    ['addon', 'theme: default\naddons: [nothing]', 'npm install slidev-addon-nothing'],
  ])('a %s that isn’t there is named with how to install it', (_, headmatter, remedy) => {
    const file = join(folder, 'lost')
    mkdirSync(file)
    writeFileSync(join(file, 'slides.md'), `---\n${headmatter}\n---\n\n# A slide\n`)
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'node_modules/slidev-addon-speech/bin/check.js'), '--no-look'], { cwd: file, encoding: 'utf8' })
    rmSync(file, { recursive: true })
    expect(status).toBe(1)
    expect(stderr).toContain(remedy)
    expect(stderr).not.toMatch(/\p{Script=Han}/u)
  })
})
