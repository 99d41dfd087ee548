import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { ContentReason } from '#domain/file.ts'

const unpacked = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)
const mostUnpacked = 64 * 1024 * 1024

const runs = /\/(JavaScript|JS|Launch|RichMedia)(?![A-Za-z0-9])/
const locked = /\/Encrypt(?![A-Za-z0-9])/
const holdsObjects = /\/Type\s*\/ObjStm(?![A-Za-z0-9])/

/**
 * Why a PDF is not taken: cut off, locked (nobody can look into it), or with something that runs when it is opened. Names may be written
 * with `#4a` for a letter, and objects may lie packed in a stream of their own: both are read. Pictures and text are not.
 */
export async function pdfTrouble(bytes: Buffer): Promise<ContentReason | undefined> {
  const text = bytes.toString('latin1')
  if (!text.startsWith('%PDF-') || !/startxref\s+\d+\s+%%EOF/.test(text.slice(-2048))) return 'file-broken'
  let room = mostUnpacked
  let at = 0
  for (const opening of text.matchAll(/>>\s*stream\r?\n/g)) {
    // Inside the stream before: chance, not an opening.
    if (opening.index < at) continue
    const between = plain(text.slice(at, opening.index + 2))
    const trouble = troubleIn(between)
    if (trouble) return trouble
    const start = opening.index + opening[0].length
    const end = text.indexOf('endstream', start)
    if (end < 0) return 'file-broken'
    if (holdsObjects.test(between.slice(between.lastIndexOf(' obj')))) {
      const objects = await objectsIn(bytes.subarray(start, end), room)
      if (objects === undefined) return 'file-broken'
      if (runs.test(objects)) return 'file-runs'
      room -= objects.length
    }
    at = end
  }
  return troubleIn(plain(text.slice(at)))
}

const troubleIn = (text: string): ContentReason | undefined =>
  locked.test(text) ? 'file-locked' : runs.test(text) ? 'file-runs' : undefined

const plain = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))

async function objectsIn(packed: Buffer, room: number): Promise<string | undefined> {
  try {
    return plain((await unpacked(packed, { maxOutputLength: Math.max(1, room) })).toString('latin1'))
  } catch {
    return undefined
  }
}
