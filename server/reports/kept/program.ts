import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const server = fileURLToPath(new URL('../../', import.meta.url))
/** All that says what a document looks like, besides its content: templates, makers, words, and the versions of what they are made with. */
const sources = ['reports', 'words', '../package.json']

let known: Promise<string> | undefined

/** A hash of the program that makes documents: a new one makes them anew. Read once in a process. */
export const programHash = (): Promise<string> => (known ??= read())

async function read(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(server, source)
    const files = source.endsWith('.json')
      ? [path]
      : (await readdir(path, { recursive: true, withFileTypes: true }))
          .filter((one) => one.isFile())
          .map((one) => join(one.parentPath, one.name))
          .sort()
    for (const file of files) hash.update(file.slice(server.length)).update(await readFile(file))
  }
  return hash.digest('hex')
}
