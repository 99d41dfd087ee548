import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fetchedNode, freshClone, type Clone } from './clone.ts'
import { expectNode, nodeOf, registryWith, tarball, tooNew } from './registry.ts'

const someDay = new Date('2026-01-01T00:00:00.000Z')

/** What stands in the cache folder besides the Node that was there before. */
function newInCache(clone: Clone): string[] {
  return readdirSync(clone.path('home/avstamt')).filter((name) => !name.startsWith('node-24.21.0'))
}

describe.runIf(process.platform === 'linux')('a Node that is too old', () => {
  it('gets one sentence where no package of a newer one exists', async () => {
    const clone = freshClone()
    expectNode(clone, nodeOf(tooNew))
    clone.replace('server/boot/node.mjs', "'linux-", "'elsewhere-")
    const { code, out, err } = await clone.boot(['link'])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^This needs Node 99 or newer, and here is Node .*: install Node 99 from https:.*\n$/)
    expect(newInCache(clone)).toEqual([])
  })

  it('refuses a package with another checksum, and keeps nothing of it', async () => {
    const clone = freshClone()
    expectNode(clone, nodeOf(tooNew))
    await registryWith(clone, nodeOf('98.0.0'))
    const { code, out, err } = await clone.boot(['link'])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('has the wrong SHA-256 and was thrown away')
    expect(newInCache(clone)).toEqual([])
    expect(existsSync(clone.path('node_modules'))).toBe(false)
  })

  it('refuses a program that does not run on this machine, and keeps nothing of it', async () => {
    const clone = freshClone()
    const broken = tarball('package/bin/node', '#!/nowhere/sh\n')
    expectNode(clone, broken)
    await registryWith(clone, broken)
    const { code, err } = await clone.boot(['link'])
    expect(code).toBe(1)
    expect(err).toContain('does not run on this machine')
    expect(newInCache(clone)).toEqual([])
  })

  it('refuses a package without the program', async () => {
    const clone = freshClone()
    const empty = tarball('package/readme', 'nothing else')
    expectNode(clone, empty)
    await registryWith(clone, empty)
    const { code, err } = await clone.boot(['link'])
    expect(code).toBe(1)
    expect(err).toContain('has no package/bin/node')
    expect(newInCache(clone)).toEqual([])
  })

  it('says that the cache folder cannot be written, before anything is fetched', async () => {
    const clone = freshClone()
    expectNode(clone, nodeOf(tooNew))
    const asked = await registryWith(clone, nodeOf(tooNew))
    clone.write('a-file', '')
    const { code, out, err } = await clone.boot(['link'], { XDG_CACHE_HOME: clone.path('a-file') })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/a-file\/avstamt could not be used \(mkdir: ENOTDIR\)/)
    expect(asked).toEqual([])
  })

  it('says that the registry does not answer, and keeps nothing', async () => {
    const clone = freshClone()
    expectNode(clone, nodeOf(tooNew))
    clone.write('.npmrc', `cache=${clone.path('npm')}\nregistry=http://127.0.0.1:9\nfetch-retries=0\n`)
    const { code, out, err } = await clone.boot(['link'])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('Node 99.0.0 could not be fetched: the npm registry does not answer (ECONNREFUSED)')
    expect(newInCache(clone)).toEqual([])
  })

  it('is replaced by the fetched one, fetched once; what a killed start left there is swept away', async () => {
    const clone = freshClone()
    expectNode(clone, nodeOf(tooNew))
    const asked = await registryWith(clone, nodeOf(tooNew))
    const halfWritten = fetchedNode(tooNew)
      .replace('/node-', '/.node-')
      .replace(/\/node$/, '-1/node')
    clone.write(halfWritten, 'half a pro')
    utimesSync(clone.path(dirname(halfWritten)), someDay, someDay)
    const first = await clone.boot(['verify'])
    expect(first.code).toBe(7)
    expect(first.err).toContain('Fetching Node 99.0.0, once')
    expect(newInCache(clone)).toEqual([`node-${tooNew}-${process.platform}-${process.arch}`])
    expect(readdirSync(dirname(clone.path(fetchedNode(tooNew))))).toEqual(['node'])
    const requests = asked.length
    expect((await clone.boot(['verify'])).err).toBe('')
    expect(asked).toHaveLength(requests)
  })
})
