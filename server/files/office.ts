import { promisify } from 'node:util'
import { createInflateRaw, inflateRaw } from 'node:zlib'
import type { Kind, ContentReason } from '#domain/file.ts'

/** One file inside a zip, as its list at the end tells it; `data` is what lies there, packed. */
export interface Entry {
  name: string
  packed: boolean
  data: Buffer
}

const endOfList = 0x06054b50
const inList = 0x02014b50
const inPlace = 0x04034b50
const mostEntries = 10_000
const encrypted = 1

/**
 * What a zip holds, by the list at its end and what stands at each place; undefined for one that is cut off, locked, lies about its
 * places or lets two entries share their bytes (how the small zips that unpack to millions of gigabytes are made).
 */
export function entriesOf(bytes: Buffer): Entry[] | undefined {
  const end = placeOfEnd(bytes)
  if (end === undefined) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const listEnd = bytes.readUInt32LE(end + 16) + bytes.readUInt32LE(end + 12)
  let at = bytes.readUInt32LE(end + 16)
  if (count > mostEntries || listEnd > end) return undefined
  const listed = at
  const entries: Entry[] = []
  let used = 0
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > listEnd || bytes.readUInt32LE(at) !== inList) return undefined
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const name = bytes.subarray(at + 46, at + 46 + nameLength!)
    const size = bytes.readUInt32LE(at + 20)
    const method = bytes.readUInt16LE(at + 10)
    const data = dataAt(bytes, bytes.readUInt32LE(at + 42), name, size, listed)
    if (!data || (bytes.readUInt16LE(at + 8) & encrypted) !== 0 || (method !== 0 && method !== 8))
      return undefined
    entries.push({ name: name.toString('utf8'), packed: method === 8, data })
    used += size
    at += 46 + nameLength! + extra! + comment!
  }
  return used > bytes.length ? undefined : entries
}

function placeOfEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    const isEnd = bytes.readUInt32LE(at) === endOfList
    if (isEnd && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at
  }
  return undefined
}

function dataAt(bytes: Buffer, at: number, name: Buffer, size: number, before: number): Buffer | undefined {
  if (at + 30 > before || bytes.readUInt32LE(at) !== inPlace) return undefined
  const nameLength = bytes.readUInt16LE(at + 26)
  const start = at + 30 + nameLength + bytes.readUInt16LE(at + 28)
  if (!bytes.subarray(at + 30, at + 30 + nameLength).equals(name)) return undefined
  return start + size <= before ? bytes.subarray(start, start + size) : undefined
}

/** An entry's own bytes, at most so many; undefined when there are more, or it can not be unpacked. */
export async function unpack({ packed, data }: Entry, most: number): Promise<Buffer | undefined> {
  if (!packed) return data.length > most ? undefined : data
  try {
    return await promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw)(data, {
      maxOutputLength: most,
    })
  } catch {
    return undefined
  }
}

/**
 * How many bytes an entry really unpacks to, whatever it says itself; counting stops beyond `most`. Nothing unpacked is kept. Undefined when
 * it can not be unpacked.
 */
export async function unpackedSize({ packed, data }: Entry, most: number): Promise<number | undefined> {
  if (!packed) return data.length
  return new Promise((resolve) => {
    const stream = createInflateRaw()
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) return
      stream.destroy()
      resolve(size)
    })
    stream.on('end', () => resolve(size))
    stream.on('error', () => resolve(undefined))
    stream.end(data)
  })
}

const list = '[Content_Types].xml'
const longestList = 1024 * 1024
/** A small file may hold much empty paper; a large one at most this. */
const alwaysRoomFor = 32 * 1024 * 1024
const neverMoreThan = 256 * 1024 * 1024

const mainParts: [kind: Kind, type: string, part: RegExp][] = [
  ['docx', 'wordprocessingml.document.main+xml', /^\/?word\/document\d*\.xml$/],
  ['xlsx', 'spreadsheetml.sheet.main+xml', /^\/?xl\/workbook\d*\.xml$/],
]

/**
 * Whether a zip is a Word or Excel document, by its own list of contents and by what is there; or why it is not taken: another archive, one
 * with macros, one that is broken or locked, or one that unpacks to far more than it says (every entry is unpacked and counted).
 */
export async function officeKind(bytes: Buffer): Promise<Kind | ContentReason> {
  const entries = entriesOf(bytes)
  if (!entries) return 'file-broken'
  const contents = entries.find((entry) => entry.name === list)
  const types = contents && (await unpack(contents, longestList))?.toString('utf8')
  if (types === undefined) return 'file-is-archive'
  if (/macroEnabled|vbaProject/i.test(types) || entries.some(holdsMacros)) return 'file-has-macros'
  const found = mainParts.find(
    ([, type, part]) => types.includes(type) && entries.some((entry) => part.test(entry.name)),
  )
  if (!found) return 'file-is-archive'
  return (await bombIn(entries, bytes.length)) ?? found[0]
}

/** Word's and Excel's own, and the sheets of Excel's older macro language. */
const holdsMacros = ({ name }: Entry): boolean => /vba(Project|Data)|\/(macrosheets|activeX)\//i.test(name)

async function bombIn(entries: readonly Entry[], length: number): Promise<ContentReason | undefined> {
  let room = Math.min(neverMoreThan, Math.max(alwaysRoomFor, 100 * length))
  for (const entry of entries) {
    const size = await unpackedSize(entry, room)
    if (size === undefined) return 'file-broken'
    room -= size
    if (room < 0) return 'file-bomb'
  }
  return undefined
}
