import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Lock {
  lockfileVersion: number
  packages: Record<string, { integrity?: string, resolved?: string, link?: boolean, inBundle?: boolean, version?: string, hasInstallScript?: boolean }>
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

/** With scripts of their own at installation: a new one is to be looked at before it is listed here. */
const INSTALL_SCRIPTS = ['esbuild']

describe.each(['.', 'bench/counters'])('the lockfile in %s', (folder) => {
  const { '': root, ...packages } = (read(`${folder}/package-lock.json`) as Lock).packages
  /** The workspaces: a folder and the link to it */
  const own = (name: string) => name.startsWith('packages/') || packages[name].resolved?.startsWith('packages/')
  const names = Object.keys(packages).filter(name => !own(name))

  it('names the contents of every package by a hash of 512 bits', () => {
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter(name => !/^sha512-[\w+/]{86}==$/.test(packages[name].integrity ?? '') && !packages[name].inBundle)).toEqual([])
  })

  it('names no server, file or repository that a package would come from', () => {
    expect(names.filter(name => packages[name].resolved || packages[name].link)).toEqual([])
  })

  it('agrees with package.json', () => {
    const { dependencies, devDependencies, engines } = read(`${folder}/package.json`)
    expect(root).toMatchObject(Object.fromEntries(Object.entries({ dependencies, devDependencies, engines }).filter(([, value]) => value)))
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      expect(packages).toHaveProperty([`node_modules/${name}`])
  })

  it('lets no package run a script at installation but those that are known', () => {
    const scripts = names.filter(name => packages[name].hasInstallScript).map(name => name.split('node_modules/').at(-1)!)
    expect(scripts.filter(name => !INSTALL_SCRIPTS.includes(name))).toEqual([])
  })
})
