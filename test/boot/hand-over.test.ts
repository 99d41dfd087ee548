import { existsSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { freshClone } from './clone.ts'

describe('handing over', () => {
  it('names the commands when none was given, and makes nothing', async () => {
    const clone = freshClone()
    const { code, out, err } = await clone.boot([])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^Say what to do: .*serve \| dev .*\n$/)
    expect(existsSync(clone.path('node_modules'))).toBe(false)
  })

  it('takes no word of JavaScript’s own for a command', async () => {
    const { code, err } = await freshClone().boot(['constructor'])
    expect(code).toBe(1)
    expect(err).toContain('Say what to do')
  })

  it('gives the program its words, the folder and the environment untouched', async () => {
    const clone = freshClone()
    const { code, out } = await clone.boot(['import', 'plan å.csv', '--mapping', 'm.json'], { SAID: 'so' })
    expect(code).toBe(0)
    const words = ['import', 'plan å.csv', '--mapping', 'm.json']
    expect(JSON.parse(out)).toEqual({ words, folder: clone.folder, said: 'so' })
  })

  it('ends with the program’s own exit code', async () => {
    expect((await freshClone().boot(['verify'])).code).toBe(7)
  })

  it('passes a signal on, waits for the program to close and ends with its code', async () => {
    const clone = freshClone()
    await clone.boot(['link'])
    const { code, out } = await clone.boot(['dev'], {}, (said, stop) => {
      if (said.endsWith('}\n')) stop('SIGTERM')
    })
    expect(out).toContain('closing')
    expect(code).toBe(3)
  })

  it('has nothing to say and nothing to run the second time, not even npm', async () => {
    const clone = freshClone()
    expect((await clone.boot(['link'])).err).toContain('Installing packages')
    const again = await clone.boot(['link'], { PATH: '' })
    expect(again).toMatchObject({ code: 0, err: '' })
  })
})

describe('installing packages', () => {
  it('says that npm is missing, and starts nothing', async () => {
    const { code, out, err } = await freshClone().boot(['link'], { PATH: '' })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('npm was not found')
  })

  it('says which file is missing when there is no lockfile', async () => {
    const clone = freshClone()
    rmSync(clone.path('package-lock.json'))
    const { code, out, err } = await clone.boot(['link'])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('package-lock.json could not be used')
  })

  it('shows what npm says when it refuses, and tries again the next time', async () => {
    const clone = freshClone()
    const odd = { name: 'small', version: '1.0.0', type: 'module', dependencies: { other: '1.0.0' } }
    clone.write('package.json', JSON.stringify(odd))
    for (const attempt of ['first', 'second']) {
      const { code, out, err } = await clone.boot(['link'])
      expect([attempt, code, out]).toEqual([attempt, 1, ''])
      expect(err).toContain('The packages could not be installed')
      expect(err).toContain('Missing: other@1.0.0 from lock file')
    }
    expect(existsSync(clone.path('node_modules/.avstamt-installed'))).toBe(false)
  })

  it('installs again when the lockfile has changed, and only then', async () => {
    const clone = freshClone()
    await clone.boot(['link'])
    clone.write('node_modules/left-from-before.txt', '')
    expect((await clone.boot(['link'])).err).toBe('')
    expect(existsSync(clone.path('node_modules/left-from-before.txt'))).toBe(true)
    clone.replace('package-lock.json', '"1.0.0"', '"1.0.1"')
    clone.replace('package.json', '"1.0.0"', '"1.0.1"')
    expect((await clone.boot(['link'])).err).toContain('Installing packages')
    expect(existsSync(clone.path('node_modules/left-from-before.txt'))).toBe(false)
  })
})
