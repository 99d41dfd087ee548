import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import type { Clone } from './clone.ts'

/** The version that is too new for any Node, so that every one has to fetch it. */
export const tooNew = '99.0.0'

/** A tarball as npm packs it, with one file in it. */
export function tarball(path: string, text: string): Buffer {
  const bytes = Buffer.from(text)
  const head = Buffer.alloc(512)
  head.write(path, 0)
  head.write('0000755\0', 100)
  head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  head.write('        0', 148)
  head.write('ustar\x0000', 257)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512)
  return gzipSync(Buffer.concat([head, bytes, padding, Buffer.alloc(1024)]))
}

/** A program that says the version it is asked for and else behaves as the Node that runs the tests. */
export function nodeOf(version: string): Buffer {
  const script = `#!/bin/sh\n[ "$1" = --version ] && echo v${version} && exit\nexec "${process.execPath}" "$@"\n`
  return tarball('package/bin/node', script)
}

/**
 * A registry on this machine that has one package, the Node of this platform, and nothing else.
 * @returns its requests so far, in order
 */
export async function registryWith(clone: Clone, packed: Buffer): Promise<string[]> {
  const asked: string[] = []
  const name = `node-${process.platform}-${process.arch}`
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url?.endsWith('.tgz')) return response.end(packed)
    if (request.url !== `/${name}`) return response.writeHead(404).end('{}')
    const dist = { tarball: `${address()}/${name}/-/${name}.tgz` }
    const versions = { [tooNew]: { name, version: tooNew, dist } }
    return response.end(JSON.stringify({ name, 'dist-tags': { latest: tooNew }, versions }))
  })
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  clone.write('.npmrc', `cache=${clone.path('npm')}\nupdate-notifier=false\nregistry=${address()}\n`)
  return asked
}

/** Makes the clone's boot.mjs ask for that version, and expect a tarball with those bytes. */
export function expectNode(clone: Clone, packed: Buffer) {
  clone.replace('server/boot/node.mjs', "'24.21.0'", `'${tooNew}'`)
  const known = /[0-9a-f]{64}/g
  const sha256 = createHash('sha256').update(packed).digest('hex')
  for (const each of new Set(clone.read('server/boot/node.mjs').match(known))) {
    clone.replace('server/boot/node.mjs', each, sha256)
  }
}
