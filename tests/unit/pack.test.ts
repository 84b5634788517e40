import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stage } from '../../scripts/pack'

const target = mkdtempSync(join(tmpdir(), 'packed-'))
afterAll(() => rmSync(target, { recursive: true }))

describe.each(readdirSync('packages'))('the README of %s, as it is packed,', (name) => {
  const folder = join(target, name)
  stage(join('packages', name), folder)
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')

  it('links to nothing that the tarball lacks', () => {
    const links = [...readme.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, address]) => address)
    expect(links.filter(address => address.startsWith('..') || !existsSync(join(folder, address)))).toEqual([])
  })

  it('names the tarballs of all the packages that it needs, and the Slidev that they work with', () => {
    const { version, dependencies, peerDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const [install] = /^npm install .*$/m.exec(readme)!
    const ours = Object.keys(dependencies).filter(dependency => dependency.startsWith('slidev-addon-'))
    expect(install.split(' ').filter(word => word.endsWith('.tgz')).sort()).toEqual([...ours, `slidev-addon-${name}`].map(file => `./${file}-${version}.tgz`).sort())
    expect(install).toContain(` @slidev/cli@${peerDependencies['@slidev/cli']} `)
  })
})
